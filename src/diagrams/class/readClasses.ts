import { labelOf, plainText } from '../base/label';
import { NotDrawable } from '../base/notDrawable';
import { type DiagramSource, linesOf } from '../base/readSource';
import { type Graph, readDirection } from '../graph/graph';
import { GraphBuilder } from '../graph/graphBuilder';
import { ClassTables, genericName } from './classTables';
import { readRelation } from './readRelation';

const name = '(`[^`]+`|[\\p{L}\\p{N}_.-]+?)(?:\\s*~([^{}]+)~)?';
const styled = '(?:\\s*:::\\s*[\\w-]+)?';
const declared = new RegExp(
  `^class\\s+${name}\\s*(?:\\["([^"]*)"\\])?${styled}\\s*(?:<<([^<>]+)>>\\s*)?(\\{.*)?$`,
  'u',
);
const annotated = new RegExp(`^<<([^<>]+)>>\\s*${name}$`, 'u');
const memberOf = new RegExp(`^${name}\\s*:\\s*(.+)$`, 'u');
const noted = /^note(?:\s+for\s+(\S+))?\s+"([^"]*)"$/;
/** How something looks, and what happens at a click. */
const unseen = /^(?:classDef|style|cssClass|click|link|callback|hide)\s/;

/** Reads a class diagram, and everything it says. */
export function readClasses(source: DiagramSource): Graph {
  return new ClassReader().read(linesOf(source));
}

class ClassReader {
  private readonly graph = new GraphBuilder();
  private readonly tables = new ClassTables();
  /** The class whose members are being listed. */
  private current: string | undefined;
  private notes = 0;

  read(lines: readonly string[]): Graph {
    for (const line of lines) this.line(line.replace(/;$/, '').trim());
    if (this.current !== undefined) throw new NotDrawable('a class without an end');
    for (const [id, table] of this.tables.all()) this.graph.table(id, table);
    return this.graph.finish();
  }

  private line(line: string): void {
    if (this.current !== undefined) this.lineOfClass(this.current, line);
    else if (line === '}') this.graph.closeGroup();
    else if (/^direction\s/.test(line)) this.direction(line.slice(10).trim());
    else if (!unseen.test(line) && !this.statement(line)) throw new NotDrawable('unknown statement');
  }

  private lineOfClass(id: string, line: string): void {
    if (line === '}') this.current = undefined;
    else this.tables.add(id, line);
  }

  private direction(text: string): void {
    const direction = readDirection(text);
    if (!direction) throw new NotDrawable('unknown direction');
    this.graph.direction = direction;
  }

  private statement(line: string): boolean {
    const [, space] = /^namespace\s+([\w.-]+)\s*\{$/.exec(line) ?? [];
    if (space !== undefined) this.graph.openGroup(`namespace ${space}`, space);
    return space !== undefined || this.declaration(line) || this.note(line) || this.relation(line) || this.member(line);
  }

  private declaration(line: string): boolean {
    const [, kind, marked, markedGeneric] = annotated.exec(line) ?? [];
    if (marked !== undefined && kind !== undefined) {
      this.tables.annotate(this.mention(marked, markedGeneric), kind);
      return true;
    }
    const [, id, generic, label, annotation, opening] = declared.exec(line) ?? [];
    if (id === undefined) return false;
    const own = this.mention(id, generic, label);
    if (annotation !== undefined) this.tables.annotate(own, annotation);
    if (opening === '{') this.current = own;
    else if (opening !== undefined) this.oneLine(own, opening);
    return true;
  }

  /** `{ <<interface>> +run() }` or `{}`. */
  private oneLine(id: string, braces: string): void {
    const inner = /^\{(.*)\}$/.exec(braces)?.[1]?.trim();
    if (inner === undefined) throw new NotDrawable('something behind a brace');
    const [, annotation, rest = ''] = /^(?:<<([^<>]+)>>)?\s*(.*)$/.exec(inner) ?? [];
    if (annotation !== undefined) this.tables.annotate(id, annotation);
    if (rest !== '') this.tables.add(id, rest);
  }

  private relation(line: string): boolean {
    const relation = readRelation(line);
    if (!relation) return false;
    const { from, to, ...edge } = relation;
    this.graph.edge({ ...edge, from: this.mention(...genericName(from)), to: this.mention(...genericName(to)) });
    return true;
  }

  private member(line: string): boolean {
    const [, id, generic, text] = memberOf.exec(line) ?? [];
    if (id === undefined || text === undefined) return false;
    this.tables.add(this.mention(id, generic), text);
    return true;
  }

  private note(line: string): boolean {
    const [, about, text] = noted.exec(line) ?? [];
    if (text === undefined) return false;
    this.notes += 1;
    const note = `note ${this.notes}`;
    this.graph.node(note, text, 'note');
    const plain = { label: labelOf([]), fromEnd: 'none', toEnd: 'none', length: 1 } as const;
    if (about !== undefined) this.graph.edge({ ...plain, from: note, to: this.mention(about), line: 'dotted' });
    return true;
  }

  private mention(raw: string, generic?: string, label?: string): string {
    const id = plainText(raw.replace(/^`(.*)`$/, '$1'));
    this.graph.node(id);
    this.tables.name(id, generic, label);
    return id;
  }
}
