import { plainText, readLabel } from '../base/label';
import type { GraphEdge, LineEnd } from '../graph/graph';

const className = '(`[^`]+`|[\\p{L}\\p{N}_.]+(?:-[\\p{L}\\p{N}_.]+)*(?:~[^\\s"]+~)?)';
const relation = new RegExp(
  `^${className}\\s*(?:"([^"]*)")?\\s*(<\\||\\(\\)|[*o<](?=[-.]))?(--|\\.\\.)(\\|>|\\(\\)|[*>]|o(?![\\p{L}\\p{N}_]))?\\s*(?:"([^"]*)")?\\s*${className}\\s*(?::(.*))?$`,
  'u',
);

/** `Animal "1" <|-- "many" Dog : is a` */
export function readRelation(line: string): GraphEdge | undefined {
  const [, from, fromText, fromEnd, stroke, toEnd, toText, to, label = ''] = relation.exec(line) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return {
    from,
    to,
    label: readLabel(label, 200),
    line: stroke === '..' ? 'dotted' : 'solid',
    fromEnd: endOf(fromEnd),
    toEnd: endOf(toEnd),
    ...(fromText !== undefined && { fromText: plainText(fromText) }),
    ...(toText !== undefined && { toText: plainText(toText) }),
    length: 1,
  };
}

function endOf(mark: string | undefined): LineEnd {
  switch (mark) {
    case '<|':
    case '|>':
      return 'triangle';
    case '*':
      return 'filledDiamond';
    case 'o':
      return 'diamond';
    case '<':
    case '>':
      return 'open';
    case '()':
      return 'circle';
    default:
      return 'none';
  }
}
