/** Reads the parts of a REFI-QDA project that a library can take, as the file says them. */

import { createCollector, type ReadCodebook } from '../codebook-file/collect-codes';
import { refiOrigin } from '../codebook-file/qdc';
import { createCodeReader, readGuid } from '../codebook-file/read-codes';
import { readXml, type XmlPart } from '../codebook-file/read-xml';
import type { RawNote, RawProject, RawSelection, RawSource, RawVariable } from './raw-project';

type Attributes = ReadonlyMap<string, string>;

/** What a project may hold of sources, selections, codings, notes and values, all together. */
const mostThings = 600_000;

/** Levels: no program nests so deep, and each costs. */
const deepest = 10_000;

/** Elements whose words are kept, wherever they stand. */
const worded = new Set([
  'Description',
  'PlainTextContent',
  ...['TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'],
]);

/** Parts of a project that a library has no place for. */
const unread = new Set([
  ...['PictureSource', 'AudioSource', 'VideoSource', 'PDFSelection', 'Set', 'Graph', 'Link'],
]);

/**
 * @param text `project.qde` without its encoding
 * @throws CodebookError at the first fault of the XML, and RangeError where there is more than anybody writes
 */
export function readProject(text: string): RawProject & { root: string; codebook: ReadCodebook } {
  const collector = createCollector();
  const project: RawProject & { root: string } = {
    root: '',
    isOwn: false,
    created: null,
    users: new Map(),
    codePaths: new Map(),
    variables: new Map(),
    cases: [],
    sources: [],
    notes: new Map(),
    unread: new Map(),
  };
  const codes = createCodeReader({
    collector,
    isOwn: () => project.isOwn,
    onCode: (guid, path) => project.codePaths.set(guid, path),
  });
  let things = 0;
  let depth = 0;
  let words: string[] | null = null;
  let pdfName = '';
  let source: RawSource | null = null;
  let selection: RawSelection | null = null;
  let note: RawNote | null = null;
  let variable: RawVariable | null = null;
  let one: { outlet: string; sources: string[] } | null = null;
  let coding: { code: string | null; user: string | null } | null = null;
  let value: { variable: string | null; text: string } | null = null;

  const count = () => {
    things += 1;
    if (things > mostThings) throw new RangeError(`a project may hold ${mostThings} things`);
  };

  const open = (name: string, attributes: Attributes) => {
    const guid = readGuid(attributes.get('guid'));
    const target = readGuid(attributes.get('targetGUID'));
    if (worded.has(name)) words = [];
    if (unread.has(name)) project.unread.set(name, (project.unread.get(name) ?? 0) + 1);
    switch (name) {
      case 'Project':
        project.isOwn = attributes.get('origin')?.startsWith(refiOrigin) ?? false;
        project.created = attributes.get('creationDateTime') ?? null;
        break;
      case 'User':
        count();
        if (guid !== null) project.users.set(guid, attributes.get('name') ?? '');
        break;
      case 'Variable':
        count();
        variable = {
          name: attributes.get('name') ?? '',
          type: attributes.get('typeOfVariable') ?? '',
          description: '',
        };
        if (guid !== null) project.variables.set(guid, variable);
        break;
      case 'Case':
        count();
        one = { outlet: attributes.get('name') ?? '', sources: [] };
        project.cases.push(one);
        break;
      case 'SourceRef':
        count();
        if (target !== null) one?.sources.push(target);
        break;
      case 'PDFSource':
        pdfName = attributes.get('name') ?? '';
        break;
      case 'TextSource':
      case 'Representation':
        count();
        source = newSource(guid, attributes, attributes.get('name') ?? pdfName, project.sources.length + 1);
        project.sources.push(source);
        break;
      case 'Note':
        count();
        note = {
          name: attributes.get('name') ?? '',
          path: attributes.get('plainTextPath') ?? null,
          text: '',
          isUsed: false,
        };
        if (guid !== null) project.notes.set(guid, note);
        break;
      case 'PlainTextSelection':
        if (source === null) break;
        count();
        selection = newSelection(
          guid,
          attributes,
          `${source.where}, selection ${source.selections.length + 1}`,
        );
        source.selections.push(selection);
        break;
      case 'Coding':
        count();
        coding = { code: null, user: readGuid(attributes.get('creatingUser')) };
        if (selection !== null) selection.codings.push(coding);
        else if (source !== null) source.wholeCodings += 1;
        break;
      case 'CodeRef':
        if (coding !== null) coding.code = target;
        break;
      case 'NoteRef':
        count();
        if (target !== null) selection?.notes.push(target);
        break;
      case 'VariableValue':
        count();
        value = { variable: null, text: '' };
        break;
      case 'VariableRef':
        if (value !== null) value.variable = target;
        break;
    }
  };

  const close = (name: string) => {
    if (worded.has(name)) {
      keep(name, (words ?? []).join(''));
      words = null;
    }
    switch (name) {
      case 'Variable':
        variable = null;
        break;
      case 'Case':
        one = null;
        break;
      case 'PDFSource':
        pdfName = '';
        break;
      case 'TextSource':
      case 'Representation':
        source = null;
        break;
      case 'Note':
        note = null;
        break;
      case 'PlainTextSelection':
        selection = null;
        break;
      case 'Coding':
        coding = null;
        break;
      case 'VariableValue':
        if (value?.variable != null) source?.values.push({ variable: value.variable, text: value.text });
        value = null;
        break;
    }
  };

  const keep = (name: string, text: string) => {
    if (name === 'Description') {
      if (variable !== null) variable.description = text;
      else if (selection !== null) selection.description = text;
      else if (source !== null) source.description = text;
    } else if (name === 'PlainTextContent') {
      if (note !== null) note.text = text;
      else if (source !== null) source.content = text;
    } else if (value !== null) value.text = text;
  };

  for (const part of readXml(text)) take(part);
  return { ...project, codebook: collector.read() };

  function take(part: XmlPart): void {
    codes.take(part);
    if (part.kind === 'text') words?.push(part.text);
    else if (part.kind === 'close') {
      depth -= 1;
      close(part.name);
    } else {
      depth += 1;
      if (depth > deepest) throw new RangeError(`line ${part.line}: elements are nested too deeply`);
      if (project.root === '') project.root = part.name;
      open(part.name, part.attributes);
    }
  }
}

function newSource(guid: string | null, attributes: Attributes, name: string, number: number): RawSource {
  return {
    where: `source ${number}`,
    guid,
    name,
    description: '',
    path: attributes.get('plainTextPath') ?? null,
    content: null,
    created: attributes.get('creationDateTime') ?? null,
    selections: [],
    values: [],
    wholeCodings: 0,
  };
}

function newSelection(guid: string | null, attributes: Attributes, where: string): RawSelection {
  const offset = (name: string) => {
    const written = attributes.get(name) ?? '';
    return /^\s*\d{1,12}\s*$/u.test(written) ? Number(written) : null;
  };
  const created = attributes.get('creationDateTime') ?? null;
  return {
    where,
    guid,
    name: attributes.get('name') ?? '',
    start: offset('startPosition'),
    end: offset('endPosition'),
    description: '',
    codings: [],
    notes: [],
    user: readGuid(attributes.get('creatingUser')),
    created,
    modified: attributes.get('modifiedDateTime') ?? created,
  };
}
