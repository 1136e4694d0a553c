/** Makes articles of the sources of a REFI-QDA project. */

import { cleanAddress } from '../address';
import type { Article, Metadata, MetadataValue, TextSnapshot } from '../article';
import { readDescription } from '../codebook-file/description';
import type { RawProject, RawSource, RawVariable } from '../refi-qda/raw-project';
import { readTime } from '../refi-qda/read-time';
import { isSourceVariable, type SourceVariable } from '../refi-qda/source-variables';
import { readValue, type Variable, type VariableKind, variableKinds } from '../variable';
import type { ImportEnvironment, Imported } from './imported';
import { namedId } from './named-id';

/** What a variable of the file is to us: a field of the article, or one of the researcher's. */
interface KnownVariable {
  field: SourceVariable | null;
  variable: Variable | null;
}

/** By GUID. */
type KnownVariables = ReadonlyMap<string, KnownVariable>;

export interface ArticlePlace {
  articleId: string;
  address: string;
  /** Null where the source has no text, or only quotes. */
  snapshot: TextSnapshot | null;
  /** LF only, without byte order mark; null where there is none. */
  text: string | null;
  /** Of the text, or of whatever stands for it. */
  digest: string;
}

export interface ArticleReader {
  /** Sources of one address are one article with several texts. */
  read(source: RawSource, text: string | null): Promise<ArticlePlace>;
  all(): Iterable<Article>;
}

interface ArticleReaderOptions {
  project: RawProject;
  variables: KnownVariables;
  environment: ImportEnvironment;
  /** For a source that tells none. */
  time: string;
  imported: Pick<Imported, 'mended'>;
}

export async function readVariables(
  project: RawProject,
  environment: ImportEnvironment,
  time: string,
): Promise<KnownVariables> {
  const known = new Map<string, KnownVariable>();
  const made = new Map<string, Variable>();
  for (const [guid, raw] of project.variables) {
    const name = raw.name.trim();
    if (isSourceVariable(name)) known.set(guid, { field: name, variable: null });
    if (isSourceVariable(name) || name === '') continue;
    const { kind, choices } = kindOf(raw, project.isOwn);
    const id = await namedId(environment, 'variable', kind, name);
    const variable = made.get(id) ?? { id, name, kind, choices, created: time, modified: time };
    known.set(guid, { field: null, variable: made.has(id) ? null : variable });
    made.set(id, variable);
    if (known.get(guid)?.variable === null) known.set(guid, { field: null, variable });
  }
  return known;
}

function kindOf({ type, description }: RawVariable, isOwn: boolean): Pick<Variable, 'kind' | 'choices'> {
  const { definition, examples } = readDescription(description);
  const kind = variableKinds.find((one) => isOwn && one === definition);
  if (kind !== undefined) return { kind, choices: kind === 'choice' ? (examples ?? []) : [] };
  const kinds: Record<string, VariableKind> = { Integer: 'number', Float: 'number', Date: 'date' };
  return { kind: (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? 'text', choices: [] };
}

export function createArticleReader(options: ArticleReaderOptions): ArticleReader {
  const { project, environment, time, imported } = options;
  const outlets = outletsOf(project);
  const byAddress = new Map<string, Article>();
  const ids = new Set<string>();

  return {
    all: () => byAddress.values(),
    async read(source, raw) {
      const text = raw === null ? null : raw.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
      const fields = fieldsOf(source, options);
      const sha256 = await environment.digest(text ?? `${source.name}\n${source.description}`);
      const hasText = text !== null && text !== '' && fields.get('textHolds') !== 'quotes';
      const captured = readTime(fields.get('capturedAt') ?? source.created, time);
      const snapshot = hasText ? { sha256, text, captured } : null;
      const found = addressOf(fields.get('URL') ?? '') ?? addressOf(source.description);
      if (found === null) imported.mended.push({ where: source.where, how: 'made-address' });
      const address = found ?? `https://imported.invalid/${sha256}`;
      const known = byAddress.get(address);
      const own = project.isOwn && source.guid !== null && !ids.has(source.guid) ? source.guid : null;
      const article = known ?? {
        id: own ?? (await namedId(environment, 'article', address)),
        addresses: [address, ...linesOf(fields.get('otherURLs')).flatMap((line) => addressOf(line) ?? [])],
        metadata: metadataOf(project, source, fields, outlets),
        snapshot: snapshot?.sha256 ?? null,
        ...valuesOf(source, options),
        created: readTime(source.created, time),
        modified: readTime(source.created, time),
      };
      ids.add(article.id);
      byAddress.set(address, article);
      return { articleId: article.id, address, snapshot, text, digest: sha256 };
    },
  };
}

function fieldsOf(source: RawSource, { variables }: ArticleReaderOptions): Map<SourceVariable, string> {
  const fields = new Map<SourceVariable, string>();
  for (const { variable, text } of source.values) {
    const field = variables.get(variable)?.field ?? null;
    if (field !== null && text.trim() !== '') fields.set(field, text);
  }
  return fields;
}

/** What another program wrote is brought to our form, where it has that. */
function valuesOf(
  source: RawSource,
  { project, variables }: ArticleReaderOptions,
): Pick<Article, 'variables'> {
  const values = source.values.flatMap(({ variable: guid, text }) => {
    const variable = variables.get(guid)?.variable ?? null;
    return variable === null || text === ''
      ? []
      : [[variable.id, (project.isOwn ? null : readValue(variable, text)) ?? text]];
  });
  return values.length === 0 ? {} : { variables: Object.fromEntries(values) };
}

function metadataOf(
  { isOwn }: RawProject,
  source: RawSource,
  fields: ReadonlyMap<SourceVariable, string>,
  outlets: ReadonlyMap<string, string>,
): Metadata {
  const text = (field: SourceVariable, otherwise = ''): MetadataValue<string> | null => {
    const value = fields.get(field) ?? otherwise;
    return value.trim() === '' ? null : { value, from: 'reader' };
  };
  const authors = linesOf(fields.get('authors'));
  const published = text('datePublished');
  return {
    title: text('title', isOwn ? '' : source.name),
    authors: authors.length === 0 ? null : { value: authors, from: 'reader' },
    outlet: text('outlet', outlets.get(source.guid ?? '')),
    source: text('source'),
    published: published === null ? null : { ...published, zoneAssumed: false },
    language: text('language'),
    section: text('section'),
  };
}

/** The name of the one case that a source belongs to. */
function outletsOf({ cases }: RawProject): ReadonlyMap<string, string> {
  const outlets = new Map<string, string>();
  for (const { outlet, sources } of cases) {
    for (const guid of sources) outlets.set(guid, outlets.has(guid) ? '' : outlet);
  }
  return outlets;
}

function addressOf(text: string): string | null {
  return /^\s*https?:\/\/\S+\s*$/iu.test(text) ? cleanAddress(text.trim()) : null;
}

function linesOf(text = ''): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
