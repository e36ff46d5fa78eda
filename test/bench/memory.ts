import type { VsCodeSession } from '../launch/session';
import { EXTENSION_ID } from '../launch/sessionFolders';
import type { Benchmark, Figure } from './benchmark';
import { productionVsix } from './productionBuild';
import { scaled } from './scale';
import { median } from './statistics';
import { collector, emptyStub, packStub, sleepingStub } from './stubExtension';
import { installBeside, openWith, settled } from './windows';

const rounds = scaled(7, 1);
const names = ['none', 'stub', 'ours'] as const;
type Name = (typeof names)[number];

/** A window with one extension to measure, beside the tool that collects garbage. */
interface Variant {
  readonly session: VsCodeSession;
  /** The extensions that start. */
  readonly ids: readonly string[];
}

export const memory: Benchmark = {
  name: 'memory',
  title: 'What the extension adds to the memory of the extension host before its first request',
  run: async () => {
    const opened: VsCodeSession[] = [];
    try {
      const [sleeping, stub, tool] = await Promise.all([sleepingStub(), emptyStub(), collector()]);
      const open = async (pack: () => Promise<string>, ...ids: readonly string[]): Promise<Variant> => {
        const session = await openWith(pack);
        opened.push(session);
        await installBeside(session, tool);
        return { session, ids: [tool.id, ...ids] };
      };
      return await compare({
        none: await open(() => packStub(sleeping)),
        stub: await open(() => packStub(stub), stub.id),
        ours: await open(productionVsix, EXTENSION_ID),
      });
    } finally {
      for (const session of opened) await session.close();
    }
  },
};

async function compare(variants: Readonly<Record<Name, Variant>>): Promise<readonly Figure[]> {
  const seen: Record<Name, NodeJS.MemoryUsage[]> = { none: [], stub: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) seen[name].push(await measure(variants[name]));
  }
  return (['rss', 'heapUsed'] as const).flatMap((kind) => {
    const whole = (name: Name) => seen[name].map((usage) => usage[kind] / 1024 ** 2);
    const idle = median(whole('none'));
    const added = (name: Name) => whole(name).map((value) => value - idle);
    const none: Figure = { what: `${kind}: the host without either`, unit: 'MiB', samples: whole('none') };
    const stubAdds: Figure = { what: `${kind}: an empty stub adds`, unit: 'MiB', samples: added('stub') };
    const oursAdds: Figure = { what: `${kind}: the extension adds`, unit: 'MiB', samples: added('ours') };
    return [none, stubAdds, kind === 'rss' ? { ...oursAdds, goal: 12 } : oursAdds];
  });
}

async function measure({ session, ids }: Variant): Promise<NodeJS.MemoryUsage> {
  await session.reload();
  await settled(session, ...ids);
  // What is garbage after the first collection may hold more that is garbage only then.
  await session.vscode.processMemory();
  return session.vscode.processMemory();
}
