/** A codebook comes in from a file through the sidebar: a dry run, one step, and one undo. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import { waitForCodes } from './codebook';
import { annotatorIsReady } from './reader';
import { importText, waitForStatus } from './sidebar';
import { started } from './started';

const server = started(startPracticeServer);
const driver = started(() => launchChromium());

/** As QualCoder writes it. */
const csv = '3 主体>>区委,党的\r\n3 主体>>政法单位,\r\n';

/** As another program writes it: with a folder, and a code that is there already. */
const qdc = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other">
<Codes>
<Code guid="0b8a3a52-6f0e-4b0e-9d39-5f1f3f0c7a01" name="N 制度" isCodable="false">
<Code guid="0b8a3a52-6f0e-4b0e-9d39-5f1f3f0c7a02" name="督察" isCodable="true"/>
</Code>
<Code guid="0b8a3a52-6f0e-4b0e-9d39-5f1f3f0c7a03" name="3 主体" isCodable="false"/>
<Code guid="0b8a3a52-6f0e-4b0e-9d39-5f1f3f0c7a04" name=" " isCodable="true"/>
</Codes>
</CodeBook>
`;

test('a CSV file and a .qdc file are looked at, imported and undone', async () => {
  const page = await driver().newPage(`${server().origin}/zh/report.html`);
  await annotatorIsReady(page);
  const sidebar = await driver().openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('main') !== null, null, 'the sidebar');
  await sidebar.press('b');
  await sidebar.waitFor(() => document.querySelector('.codebook .empty') !== null, null, 'no code');

  expect(await importText(sidebar, csv, 'codes.csv')).toBe('New3Changed0Already here0Left out, damaged0');
  const first = ['1 3 主体 (0)', '2 区委 (0)', '2 政法单位 (0)'];
  await waitForCodes(sidebar, first);

  expect(await importText(sidebar, qdc, 'codes.qdc')).toBe('New2Changed0Already here1Left out, damaged1');
  const both = [...first, '1 N 制度 (0)', '2 督察 (0)'];
  await waitForCodes(sidebar, both);

  await sidebar.press('z');
  await waitForCodes(sidebar, first);
  await waitForStatus(sidebar, 'Undone: import of 2 codes');
  await sidebar.press('z');
  await sidebar.waitFor(() => document.querySelector('.codebook .empty') !== null, null, 'no code again');
  await sidebar.press('Shift+Z');
  await sidebar.press('Shift+Z');
  await waitForCodes(sidebar, both);
});
