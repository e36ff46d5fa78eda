import { labelOf, readLabel } from '../base/label';
import { NotDrawable } from '../base/notDrawable';
import { type DiagramSource, linesOf } from '../base/readSource';
import { type Graph, readDirection } from '../graph/graph';
import { GraphBuilder } from '../graph/graphBuilder';

const id = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*';
const styled = `(?::::(${id}))?`;
const transition = new RegExp(`^(\\[\\*\\]|${id}?)${styled}\\s*-->\\s*(\\[\\*\\]|${id})${styled}\\s*(?::(.*))?$`, 'u');
const named = new RegExp(`^state\\s+"([^"]*)"\\s+as\\s+(${id})${styled}\\s*(\\{)?$`, 'u');
const declared = new RegExp(`^state\\s+(${id})${styled}\\s*(?:<<(\\w+)>>|(\\{))?$`, 'u');
const described = new RegExp(`^(${id})${styled}\\s*(?::(.*))?$`, 'u');
const noted = new RegExp(`^note\\s+(left|right)\\s+of\\s+(${id})\\s*(?::(.*))?$`, 'iu');
const look = new RegExp(`^(classDef|class|style)\\s+(${id}(?:\\s*,\\s*${id})*)\\s+(.+)$`, 'u');

/** Reads a state diagram, and everything it says. */
export function readStates(source: DiagramSource): Graph {
  return new StateReader().read(linesOf(source));
}

class StateReader {
  private readonly graph = new GraphBuilder();
  private notes = 0;

  read(lines: readonly string[]): Graph {
    for (let at = 0; at < lines.length; at++) {
      const line = (lines[at] ?? '').replace(/;$/, '').trim();
      const [, , state, text] = noted.exec(line) ?? [];
      if (state !== undefined && text === undefined) {
        const end = lines.findIndex((each, index) => index > at && /^end\s*note$/i.test(each));
        if (end < 0) throw new NotDrawable('a note without an end');
        this.note(state, lines.slice(at + 1, end).join('\n'));
        at = end;
      } else if (state !== undefined) this.note(state, text ?? '');
      else this.statement(line);
    }
    return this.graph.finish();
  }

  private statement(line: string): void {
    const { graph } = this;
    if (line === '}') graph.closeGroup();
    else if (/^(?:hide empty description|scale\s+\d+\s+width|click\s.*)$/.test(line)) return;
    else if (/^direction\s/.test(line)) this.direction(line.slice(10).trim());
    else if (!this.transition(line) && !this.declaration(line) && !this.look(line) && !this.description(line)) {
      throw new NotDrawable('unknown statement');
    }
  }

  /** The direction of all; dagre lays out what is within a state in the same one. */
  private direction(name: string): void {
    const direction = readDirection(name);
    if (!direction) throw new NotDrawable('unknown direction');
    if (this.graph.group === undefined) this.graph.direction = direction;
  }

  private transition(line: string): boolean {
    const [, from, fromClass, to, toClass, label = ''] = transition.exec(line) ?? [];
    if (from === undefined || to === undefined) return false;
    this.graph.edge({
      from: this.mention(from, 'start', fromClass),
      to: this.mention(to, 'end', toClass),
      label: readLabel(label, 180),
      line: 'solid',
      fromEnd: 'none',
      toEnd: 'arrow',
      length: 1,
    });
    return true;
  }

  private mention(name: string, mark: 'start' | 'end', className?: string): string {
    const state = name === '[*]' ? `[*] ${mark} ${this.graph.group ?? ''}` : name;
    if (name === '[*]') this.graph.node(state, '', mark);
    else if (!this.graph.has(name)) this.graph.node(name, undefined, 'rounded');
    if (className !== undefined) this.graph.giveClass(name, className);
    return state;
  }

  private declaration(line: string): boolean {
    const [, title, state, className, opening] = named.exec(line) ?? [];
    if (state !== undefined && title !== undefined) {
      if (className !== undefined) this.graph.giveClass(state, className);
      if (opening === undefined) this.graph.node(state, title, 'rounded');
      else this.graph.openGroup(state, title);
      return true;
    }
    const [, name, ownClass, kind, brace] = declared.exec(line) ?? [];
    if (name === undefined) return false;
    if (ownClass !== undefined) this.graph.giveClass(name, ownClass);
    if (brace !== undefined) this.graph.openGroup(name, name);
    else if (kind === 'choice') this.graph.node(name, '', 'diamond');
    else if (kind === 'fork' || kind === 'join') this.graph.node(name, '', 'bar');
    else if (kind === undefined) this.graph.node(name, undefined, 'rounded');
    else throw new NotDrawable('unknown kind of state');
    return true;
  }

  private look(line: string): boolean {
    const [, kind, names = '', value = ''] = look.exec(line) ?? [];
    if (kind === 'classDef') this.graph.defineClass(names, value);
    else if (kind === 'class') this.graph.giveClass(names, value.trim());
    else if (kind === 'style') this.graph.paint(names, value);
    return kind !== undefined;
  }

  private description(line: string): boolean {
    const [, state, className, text] = described.exec(line) ?? [];
    if (state === undefined) return false;
    this.graph.node(state, text?.trim(), 'rounded');
    if (className !== undefined) this.graph.giveClass(state, className);
    return true;
  }

  private note(state: string, text: string): void {
    this.notes += 1;
    const note = `note ${this.notes}`;
    this.graph.node(note, text, 'note');
    if (!this.graph.has(state)) this.graph.node(state, undefined, 'rounded');
    const plain = { label: labelOf([]), fromEnd: 'none', toEnd: 'none', length: 1 } as const;
    this.graph.edge({ ...plain, from: state, to: note, line: 'dotted' });
  }
}
