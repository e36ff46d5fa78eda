import { labelOf, plainText } from '../base/label';
import type { Row, Table } from '../graph/graph';

interface Draft {
  title: string;
  kind: string;
  readonly attributes: Row[];
  readonly methods: Row[];
}

/** The classes of a diagram, with what is said of each. */
export class ClassTables {
  private readonly drafts = new Map<string, Draft>();

  name(id: string, generic?: string, label?: string): void {
    const draft = this.draft(id);
    if (label !== undefined) draft.title = plainText(label);
    else if (generic !== undefined) draft.title = generics(`${id}~${generic}~`);
  }

  annotate(id: string, kind: string): void {
    this.draft(id).kind = `«${plainText(kind)}»`;
  }

  add(id: string, line: string): void {
    const [, kind] = /^<<([^<>]+)>>$/.exec(line) ?? [];
    const { attributes, methods } = this.draft(id);
    if (kind !== undefined) this.annotate(id, kind);
    else (line.includes('(') ? methods : attributes).push(member(line));
  }

  all(): readonly (readonly [id: string, table: Table])[] {
    return [...this.drafts].map(([id, { title, kind, attributes, methods }]) => {
      const sections = methods.length === 0 && attributes.length === 0 ? [] : [attributes, methods];
      return [id, { heading: labelOf(title.split('\n')), kind, sections }];
    });
  }

  private draft(id: string): Draft {
    const draft = this.drafts.get(id) ?? { title: id, kind: '', attributes: [], methods: [] };
    this.drafts.set(id, draft);
    return draft;
  }
}

/** `List~T~` is how a name with a type parameter is written. */
export function genericName(text: string): [id: string, generic: string | undefined] {
  const [, id = text, generic] = /^([^~]+)~(.+)~$/.exec(text) ?? [];
  return [id, generic];
}

/** `$` at the end means static, `*` abstract; both may stand before the type of a method as well. */
function member(line: string): Row {
  const [, before = line, mark = '', after = ''] = /^(.*?\)|.*?)\s*([$*])(\s.*)?$/.exec(line) ?? [];
  return { cells: [generics(plainText(before + after))], isStatic: mark === '$', isAbstract: mark === '*' };
}

/** `List~Map~string, int~~` as `List<Map<string, int>>`: a tilde before a name opens, and any other closes. */
function generics(text: string): string {
  let depth = 0;
  return text.replace(/(?<!^)~(?=(.?))/gu, (tilde, next: string) => {
    if (/[\p{L}\p{N}_]/u.test(next)) {
      depth += 1;
      return '<';
    }
    if (depth === 0) return tilde;
    depth -= 1;
    return '>';
  });
}
