/** The parts of `project.qde`, each as XML by the Project.xsd of REFI-QDA 1.5. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';
import type { Code } from '../code';
import { codePath, pathMark } from '../code';
import { writeDescription } from '../codebook-file/description';
import { refiOrigin } from '../codebook-file/qdc';
import { writeCodes } from '../codebook-file/write-codes';
import { escapeXml } from '../codebook-file/xml-text';
import { exportCodes } from '../export/export-codes';
import { singleNames } from '../export/single-names';
import type { ExportOptions, ExportSource } from '../export/source';
import type { Variable } from '../variable';
import type { ArticleSource, Selection } from './article-sources';
import { derivedGuid } from './derived-guid';
import { selectionName } from './selection-name';
import { sourceValues, sourceVariables, variableGuid } from './source-variables';

const schema = 'http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd';

/** What stands before the articles, and is known after the last of them. */
export interface ProjectFacts {
  /** Names, the person's first. */
  users: Iterable<string>;
  appliedCodes: ReadonlySet<string>;
  /** The ids of their articles, by the name of the outlet. */
  outlets: ReadonlyMap<string, readonly string[]>;
}

export interface ProjectWriter {
  head(facts: ProjectFacts): string;
  /** One source of an article. @param name shown to people, each once */
  source(article: Article, source: ArticleSource, name: string, orphans: readonly Annotation[]): string;
  /** Between the sources and the notes. */
  afterSources(hasNotes: boolean): string;
  foot(hasNotes: boolean): string;
  memo(annotation: Annotation): string;
  /** The annotations whose words no text holds, as one note of the article. */
  orphans(article: Article, annotations: readonly Annotation[]): string;
}

export function createProjectWriter(
  source: ExportSource,
  mixed: ReadonlySet<string>,
  { coder }: ExportOptions,
): ProjectWriter {
  const byId = new Map(source.codes.map((code) => [code.id, code]));
  const columns = nameColumns(source.variables);
  const userGuids = new Map<string, string>();
  const userGuid = (name: string) => {
    const guid = userGuids.get(name) ?? derivedGuid('user', name);
    userGuids.set(name, guid);
    return guid;
  };
  const made = ({ creator = coder, created, modified }: Annotation) =>
    `creatingUser="${userGuid(creator)}" creationDateTime="${seconds(created)}" ` +
    `modifyingUser="${userGuid(creator)}" modifiedDateTime="${seconds(modified)}"`;

  function selection({ annotation, start, end }: Selection): string {
    const { id, target, note, codeIds, creator = coder, created } = annotation;
    const name = selectionName(target.quote.exact);
    const codings = codeIds
      .filter((codeId) => byId.has(codeId))
      .map(
        (codeId) =>
          `<Coding guid="${derivedGuid('coding', id, codeId)}" creatingUser="${userGuid(creator)}" ` +
          `creationDateTime="${seconds(created)}"><CodeRef targetGUID="${codeId}"/></Coding>\n`,
      );
    return [
      `<PlainTextSelection guid="${id}" name="${escapeXml(name)}" startPosition="${start}" endPosition="${end}" ${made(annotation)}>\n`,
      // Some readers know only the one, some only the other.
      note === '' ? '' : `<Description>${escapeXml(note)}</Description>\n`,
      ...codings,
      note === '' ? '' : `<NoteRef targetGUID="${memoGuid(annotation)}"/>\n`,
      '</PlainTextSelection>\n',
    ].join('');
  }

  function values(article: Article, { snapshot }: ArticleSource): string[] {
    const own = source.variables.flatMap((variable) => {
      const value = article.variables?.[variable.id] ?? '';
      return value === '' ? [] : [variableValue(variable.id, elementFor(variable, mixed), value)];
    });
    const ours = sourceValues(article, snapshot).map(([name, value]) =>
      variableValue(variableGuid(name), 'TextValue', value),
    );
    return [...ours, ...own];
  }

  return {
    head({ users: names, appliedCodes, outlets }) {
      const users = Array.from(
        names,
        (name) => `<User guid="${userGuid(name)}" name="${escapeXml(oneLine(name))}"/>\n`,
      );
      const codes = exportCodes(source.codes, appliedCodes);
      const codebook =
        codes.length === 0 ? '' : `<CodeBook>\n${writeCodes(codes, () => derivedGuid('code'))}</CodeBook>\n`;
      const ours = sourceVariables.map(
        (name) => `<Variable guid="${variableGuid(name)}" name="${name}" typeOfVariable="Text"/>\n`,
      );
      const own = source.variables.map((variable) => {
        const type = typeOf[elementFor(variable, mixed)];
        const name = escapeXml(columns.get(variable.id) ?? '');
        return `<Variable guid="${variable.id}" name="${name}" typeOfVariable="${type}">\n${describeKind(variable)}</Variable>\n`;
      });
      const cases = Array.from(outlets, ([outlet, ids]) =>
        [
          `<Case guid="${derivedGuid('case', outlet)}" name="${escapeXml(oneLine(outlet))}">\n`,
          ...ids.map((id) => `<SourceRef targetGUID="${id}"/>\n`),
          '</Case>\n',
        ].join(''),
      );
      return [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        '<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ',
        `xsi:schemaLocation="urn:QDA-XML:project:1.0 ${schema}" name="${refiOrigin}" origin="${refiOrigin}" `,
        `creatingUserGUID="${userGuid(coder)}" creationDateTime="${seconds(source.exported)}">\n`,
        `<Users>\n${users.join('')}</Users>\n`,
        codebook,
        `<Variables>\n${[...ours, ...own].join('')}</Variables>\n`,
        cases.length === 0 ? '' : `<Cases>\n${cases.join('')}</Cases>\n`,
        source.articleCount === 0 ? '' : '<Sources>\n',
      ].join('');
    },
    source: (article, articleSource, name, orphans) =>
      [
        `<TextSource guid="${articleSource.guid}" name="${escapeXml(name)}" plainTextPath="internal://${articleSource.guid}.txt" `,
        `creatingUser="${userGuid(coder)}" creationDateTime="${seconds(articleSource.snapshot?.captured ?? article.created)}">\n`,
        `<Description>${escapeXml(sourceValues(article, null)[0]?.[1] ?? '')}</Description>\n`,
        ...articleSource.selections.map(selection),
        orphans.length === 0 ? '' : `<NoteRef targetGUID="${orphansGuid(article)}"/>\n`,
        ...values(article, articleSource),
        '</TextSource>\n',
      ].join(''),
    afterSources: (hasNotes) =>
      (source.articleCount === 0 ? '' : '</Sources>\n') + (hasNotes ? '<Notes>\n' : ''),
    foot: (hasNotes) => `${hasNotes ? '</Notes>\n' : ''}</Project>\n`,
    memo: (annotation) =>
      `<Note guid="${memoGuid(annotation)}" name="${escapeXml(selectionName(annotation.target.quote.exact))}" ${made(annotation)}>\n` +
      `<PlainTextContent>${escapeXml(annotation.note)}</PlainTextContent>\n</Note>\n`,
    orphans(article, annotations) {
      const words = annotations.map(({ target, codeIds, note }) => {
        const paths = codeIds.flatMap((id) => pathOf(byId.get(id), byId));
        return [target.quote.exact, paths.join('; '), note].filter((line) => line !== '').join('\n');
      });
      return (
        `<Note guid="${orphansGuid(article)}" name="orphans" creatingUser="${userGuid(coder)}">\n` +
        `<PlainTextContent>${escapeXml(words.join('\n\n'))}</PlainTextContent>\n</Note>\n`
      );
    },
  };
}

const memoGuid = ({ id }: Annotation) => derivedGuid('memo', id);
const orphansGuid = ({ id }: Article) => derivedGuid('orphans', id);

function pathOf(code: Code | undefined, codes: ReadonlyMap<string, Code>): string[] {
  return code === undefined ? [] : [codePath(code, codes).join(pathMark)];
}

const typeOf = { TextValue: 'Text', FloatValue: 'Float', DateValue: 'Date' } as const;

function elementFor({ id, kind }: Variable, mixed: ReadonlySet<string>): keyof typeof typeOf {
  if (mixed.has(id)) return 'TextValue';
  return kind === 'number' ? 'FloatValue' : kind === 'date' ? 'DateValue' : 'TextValue';
}

/** The kind and the choices, for which the format has no field, in the words in which codes have their examples. */
function describeKind({ kind, choices }: Variable): string {
  const description = writeDescription({ definition: kind, examples: kind === 'choice' ? choices : [] });
  return `<Description>${escapeXml(description)}</Description>\n`;
}

function variableValue(guid: string, element: string, value: string): string {
  return `<VariableValue><VariableRef targetGUID="${guid}"/><${element}>${escapeXml(value)}</${element}></VariableValue>\n`;
}

/** Programs tell variables apart by their names: each once, and none of ours. */
export function nameColumns(variables: readonly Variable[]): ReadonlyMap<string, string> {
  const names = variables.map(({ name }) => name);
  const single = singleNames(names, sourceVariables);
  return new Map(variables.map(({ id }, index) => [id, single[index] ?? '']));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Readers cut the `Z` off by hand, and stumble over fractions. */
function seconds(time: string): string {
  const inUtc = /^\d{4}(?:-\d\d){2}T(?:\d\d:){2}\d\d(?:\.\d+)?Z$/u.test(time)
    ? time
    : new Date(time).toISOString();
  return `${inUtc.slice(0, 19)}Z`;
}
