import { plainText, readLabel } from '../base/label';
import { NotDrawable } from '../base/notDrawable';
import { type DiagramSource, linesOf } from '../base/readSource';
import { type Graph, type LineEnd, type Row, readDirection } from '../graph/graph';
import { GraphBuilder } from '../graph/graphBuilder';

const name = '("[^"]+"|[\\p{L}\\p{N}_.-]+?)';
const alias = '(?:\\s*\\[\\s*("[^"]*"|[^\\]"]*)\\s*\\])?';
const styled = '(?:\\s*:::[\\w,-]+)?';
const relation = new RegExp(
  `^${name}${styled}\\s*(\\|o|\\|\\||\\}o|\\}\\|)\\s*(--|\\.\\.)\\s*(o\\||\\|\\||o\\{|\\|\\{)\\s*${name}${styled}\\s*(?::(.*))?$`,
  'u',
);
const entity = new RegExp(`^${name}${alias}${styled}\\s*(\\{\\s*\\}?)?$`, 'u');
const attribute = /^(\S+)\s+([^\s"]+)((?:[\s,]+(?:PK|FK|UK))*)\s*(?:"([^"]*)")?$/;

/** How something looks. */
const unseen = /^(?:classDef|class|style)\s/;

const ends: Readonly<Record<string, LineEnd>> = {
  '|o': 'zeroOrOne',
  'o|': 'zeroOrOne',
  '||': 'one',
  '}o': 'zeroOrMore',
  'o{': 'zeroOrMore',
  '}|': 'oneOrMore',
  '|{': 'oneOrMore',
};

/** Reads an entity relationship diagram, and everything it says. */
export function readEntities(source: DiagramSource): Graph {
  return new EntityReader().read(linesOf(source));
}

class EntityReader {
  private readonly graph = new GraphBuilder();
  private readonly titles = new Map<string, string>();
  private readonly rows = new Map<string, Row[]>();
  /** The attributes of the entity that is being listed. */
  private current: Row[] | undefined;

  read(lines: readonly string[]): Graph {
    for (const line of lines) this.line(line);
    if (this.current) throw new NotDrawable('an entity without an end');
    for (const [id, own] of this.rows) {
      const heading = readLabel(this.titles.get(id) ?? id, 320);
      this.graph.table(id, { heading, kind: '', sections: own.length > 0 ? [inColumns(own)] : [] });
    }
    return this.graph.finish();
  }

  private line(line: string): void {
    if (this.current) {
      if (line === '}') this.current = undefined;
      else this.current.push(readAttribute(line));
    } else if (!unseen.test(line) && !this.direction(line) && !this.relation(line) && !this.entity(line)) {
      throw new NotDrawable('unknown statement');
    }
  }

  private direction(line: string): boolean {
    const [, name] = /^direction\s+(\w+)$/.exec(line) ?? [];
    const direction = name === undefined ? undefined : readDirection(name);
    if (direction) this.graph.direction = direction;
    return direction !== undefined;
  }

  private relation(line: string): boolean {
    const [, from, left = '', stroke, right = '', to, label = ''] = relation.exec(line) ?? [];
    if (from === undefined || to === undefined) return false;
    this.graph.edge({
      from: this.mention(from),
      to: this.mention(to),
      label: readLabel(label, 180),
      line: stroke === '..' ? 'dotted' : 'solid',
      fromEnd: ends[left] ?? 'none',
      toEnd: ends[right] ?? 'none',
      length: 1,
    });
    return true;
  }

  private entity(line: string): boolean {
    const [, name, title, braces] = entity.exec(line) ?? [];
    if (name === undefined) return false;
    const id = this.mention(name, title);
    if (braces?.trim() === '{') this.current = this.rows.get(id);
    return true;
  }

  private mention(raw: string, title?: string): string {
    const id = plainText(raw);
    this.graph.node(id);
    if (title !== undefined || !this.titles.has(id)) this.titles.set(id, title ?? id);
    if (!this.rows.has(id)) this.rows.set(id, []);
    return id;
  }
}

function readAttribute(line: string): Row {
  const [, type, title, keys = '', comment = ''] = attribute.exec(line) ?? [];
  if (type === undefined || title === undefined) throw new NotDrawable('unknown attribute');
  const key = keys.split(/[\s,]+/).filter((each) => each !== '');
  return { cells: [type, title, key.join(', '), comment].map(plainText) };
}

/** Without the columns that are empty in all rows. */
function inColumns(rows: readonly Row[]): readonly Row[] {
  const used = [0, 1, 2, 3].filter((column) => rows.some(({ cells }) => (cells[column] ?? '') !== ''));
  return rows.map(({ cells }) => ({ cells: used.map((column) => cells[column] ?? '') }));
}
