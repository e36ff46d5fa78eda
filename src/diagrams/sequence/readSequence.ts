import { plainText } from '../base/label';
import { NotDrawable } from '../base/notDrawable';
import { type DiagramSource, linesOf } from '../base/readSource';
import { readMessage } from './readMessage';
import type { Actor, Section, Sequence, Step } from './sequence';

const mostActors = 40;
const mostSteps = 400;

interface OpenBlock {
  readonly name: string;
  readonly sections: { readonly label: string; readonly steps: Step[] }[];
}

/** Which word begins another section of a block. */
const dividers: Readonly<Record<string, string>> = { alt: 'else', par: 'and', par_over: 'and', critical: 'option' };
const blockLine = /^(loop|alt|opt|par|par_over|critical|break|rect|else|and|option|end)(?:\s+(.*))?$/i;
/** What happens at a click. */
const unseen = /^(?:links?|properties|details)\s/;

/** Reads a sequence diagram, and everything it says. */
export function readSequence(source: DiagramSource): Sequence {
  return new SequenceReader().read(linesOf(source));
}

class SequenceReader {
  private readonly actors = new Map<string, Actor>();
  private readonly top: Section & { readonly steps: Step[] } = { label: '', steps: [] };
  private readonly open: OpenBlock[] = [];
  private title = '';
  private steps = 0;
  /** The number of the next message, and by how much it grows. */
  private number: number | undefined;
  private increment = 1;

  read(lines: readonly string[]): Sequence {
    for (const line of lines) this.line(line.replace(/;$/, '').trim());
    if (this.open.length > 0) throw new NotDrawable('a block without an end');
    if (this.actors.size === 0) throw new NotDrawable('nobody takes part');
    return { actors: [...this.actors.values()], steps: this.top.steps, title: this.title };
  }

  private line(line: string): void {
    if (unseen.test(line) || this.actor(line) || this.block(line) || this.numbering(line)) return;
    const [, title] = /^title\s*:?\s+(.+)$/i.exec(line) ?? [];
    if (title !== undefined) this.title = plainText(title);
    else if (!this.activation(line) && !this.note(line) && !this.message(line))
      throw new NotDrawable('unknown statement');
  }

  private actor(line: string): boolean {
    const [, kind, rest] = /^(participant|actor)\s+(.+)$/i.exec(line) ?? [];
    if (rest === undefined) return false;
    if (rest.includes('@{')) throw new NotDrawable('unknown kind of actor');
    const [id = '', label] = rest.split(/\s+as\s+/, 2);
    const actor = { id: id.trim(), label: label ?? id, isPerson: kind?.toLowerCase() === 'actor' };
    // Named a second time, it keeps its place.
    this.actors.set(actor.id, actor);
    return true;
  }

  private mention(name: string): string {
    const id = name.trim();
    if (id === '') throw new NotDrawable('nobody');
    if (!this.actors.has(id)) this.actors.set(id, { id, label: id, isPerson: false });
    if (this.actors.size > mostActors) throw new NotDrawable('too many actors');
    return id;
  }

  private block(line: string): boolean {
    const [, name, label = ''] = blockLine.exec(line) ?? [];
    if (name === undefined) return false;
    const word = name.toLowerCase();
    const current = this.open.at(-1);
    if (word === 'end') {
      this.open.pop();
      if (!current) throw new NotDrawable('an end of nothing');
      this.add({ kind: 'block', name: current.name, sections: current.sections });
    } else if (word === 'else' || word === 'and' || word === 'option') {
      if (!current || dividers[current.name] !== word) throw new NotDrawable('a section of nothing');
      current.sections.push({ label, steps: [] });
    } else this.open.push({ name: word, sections: [{ label: word === 'rect' ? '' : label, steps: [] }] });
    return true;
  }

  private numbering(line: string): boolean {
    const [, off, first, increment] = /^autonumber(?:\s+(off)|(?:\s+(\d{1,6}))?(?:\s+(\d{1,6}))?)$/.exec(line) ?? [];
    if (!line.startsWith('autonumber')) return false;
    if (off !== undefined) this.number = undefined;
    else {
      this.number = Number(first ?? 1);
      this.increment = Number(increment ?? 1);
    }
    return true;
  }

  private activation(line: string): boolean {
    const [, word, name = ''] = /^(activate|deactivate)\s+(.+)$/i.exec(line) ?? [];
    if (word === undefined) return false;
    this.add({ kind: 'activation', actor: this.mention(name), isActive: word.toLowerCase() === 'activate' });
    return true;
  }

  private note(line: string): boolean {
    const [, where = '', names = '', text] = /^note\s+(left\s+of|right\s+of|over)\s+([^:]+):(.*)$/i.exec(line) ?? [];
    if (text === undefined) return false;
    const place = /^left/i.test(where) ? 'left' : /^right/i.test(where) ? 'right' : 'over';
    const actors = names.split(',').map((name) => this.mention(name));
    this.add({ kind: 'note', place, actors, text });
    return true;
  }

  private message(line: string): boolean {
    const message = readMessage(line);
    if (!message) return false;
    const { activates, deactivates, ...rest } = message;
    const [from, to] = [this.mention(rest.from), this.mention(rest.to)];
    this.add({ kind: 'message', ...rest, from, to, number: this.number });
    if (this.number !== undefined) this.number += this.increment;
    if (activates) this.add({ kind: 'activation', actor: to, isActive: true });
    if (deactivates) this.add({ kind: 'activation', actor: from, isActive: false });
    return true;
  }

  private add(step: Step): void {
    this.steps += 1;
    if (this.steps > mostSteps) throw new NotDrawable('too many steps');
    (this.open.at(-1)?.sections.at(-1) ?? this.top).steps.push(step);
  }
}
