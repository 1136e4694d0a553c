import { describe, expect, it } from 'vitest';
import { forbiddenIn } from '../../scripts/checks/built-scripts';
import { lastLine, oneCheck, total } from '../../scripts/checks/outcome';
import { readReport } from '../../scripts/checks/vitest-report';

describe('the last line', () => {
  it('adds the checks up', () => {
    const sum = total([oneCheck(true), oneCheck(false), { passed: 4, failed: 0, skipped: [] }]);
    expect(lastLine(sum)).toBe('5 passed, 1 failed');
  });

  it('counts skipped tests only when there are some', () => {
    expect(lastLine({ passed: 1, failed: 0, skipped: ['a test'] })).toBe('1 passed, 0 failed, 1 skipped');
  });
});

describe('readReport', () => {
  const file = (status: string, ...tests: [title: string, status: string][]) => ({
    name: 'x.test.ts',
    status,
    assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
  });

  it('counts passed and failed tests and names the skipped ones', () => {
    const json = JSON.stringify({
      testResults: [file('failed', ['a', 'passed'], ['b', 'failed'], ['c', 'skipped'], ['d', 'todo'])],
    });
    expect(readReport(json)).toEqual({ passed: 1, failed: 1, skipped: ['c', 'd'] });
  });

  it('counts a file that failed before its first test', () => {
    expect(readReport(JSON.stringify({ testResults: [file('failed')] }))).toEqual({
      passed: 0,
      failed: 1,
      skipped: [],
    });
  });
});

describe('forbiddenIn', () => {
  it.each([
    ['e.innerHTML=t', 'an assignment to innerHTML'],
    ['e["innerHTML"] += t', 'an assignment to innerHTML'],
    ['a.outerHTML = b', 'an assignment to outerHTML'],
    ['n.insertAdjacentHTML("beforeend",t)', 'insertAdjacentHTML'],
    ['document.write(t)', 'document.write'],
    ['(0,eval)(t);eval(t)', 'eval'],
    ['new Function("return this")()', 'new Function'],
    ['Function("return this")()', 'new Function'],
  ])('finds what stands in `%s`', (script, name) => {
    expect(forbiddenIn(script)).toEqual([name]);
  });

  it('lets pass what only looks alike', () => {
    expect(forbiddenIn('if(a.innerHTML==b)isFunction(c),o.eval(d),retrieval(e)')).toEqual([]);
  });
});
