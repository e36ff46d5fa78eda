import { type Graph, type LineEnd, type Row, readDirection } from '../graph/graph';
import { GraphBuilder } from '../graph/graphBuilder';
import { plainText, readLabel } from '../label';
import { NotDrawable } from '../notDrawable';
import { type DiagramSource, linesOf } from '../readSource';

const name = '("[^"]+"|[\\p{L}\\p{N}_.-]+?)';
const alias = '(?:\\s*\\[\\s*("[^"]*"|[^\\]"]*)\\s*\\])?';
const styled = '(?:\\s*:::[\\w,-]+)?';
const relation = new RegExp(
  `^${name}${styled}\\s*(\\|o|\\|\\||\\}o|\\}\\|)\\s*(--|\\.\\.)\\s*(o\\||\\|\\||o\\{|\\|\\{)\\s*${name}${styled}\\s*(?::(.*))?$`,
  'u',
);
const entity = new RegExp(`^${name}${alias}${styled}\\s*(\\{\\s*\\}?)?$`, 'u');
const attribute = /^(\S+)\s+([^\s"]+)((?:[\s,]+(?:PK|FK|UK))*)\s*(?:"([^"]*)")?$/;

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
  const graph = new GraphBuilder();
  const titles = new Map<string, string>();
  const rows = new Map<string, Row[]>();
  let current: Row[] | undefined;
  const mention = (raw: string, title?: string) => {
    const id = plainText(raw);
    graph.node(id);
    if (title !== undefined || !titles.has(id)) titles.set(id, title ?? id);
    const own = rows.get(id) ?? [];
    rows.set(id, own);
    return { id, own };
  };
  for (const line of linesOf(source)) {
    if (current) {
      if (line === '}') current = undefined;
      else current.push(readAttribute(line));
      continue;
    }
    if (/^(?:classDef|class|style)\s/.test(line)) continue;
    const [, direction] = /^direction\s+(\w+)$/.exec(line) ?? [];
    const [, from, left = '', stroke, right = '', to, label = ''] = relation.exec(line) ?? [];
    const [, id, title, braces] = entity.exec(line) ?? [];
    if (direction !== undefined) graph.direction = readDirection(direction) ?? graph.direction;
    else if (from !== undefined && to !== undefined) {
      graph.edge({
        from: mention(from).id,
        to: mention(to).id,
        label: readLabel(label, 180),
        line: stroke === '..' ? 'dotted' : 'solid',
        fromEnd: ends[left] ?? 'none',
        toEnd: ends[right] ?? 'none',
        length: 1,
      });
    } else if (id !== undefined) {
      const { own } = mention(id, title);
      if (braces?.trim() === '{') current = own;
    } else throw new NotDrawable('unknown statement');
  }
  if (current) throw new NotDrawable('an entity without an end');
  for (const [id, own] of rows) {
    graph.table(id, {
      heading: readLabel(titles.get(id) ?? id, 320),
      kind: '',
      sections: own.length > 0 ? [inColumns(own)] : [],
    });
  }
  return graph.finish();
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
