import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../../../src/core/inspection/code/codeOf';
import { type CodeLanguage, codeSource } from '../../../src/core/inspection/code/codeSource';
import { interactionsOver } from '../../../src/gemini/client';
import { toBody } from '../../../src/gemini/request';
import { everyday } from '../../budget';
import { execute } from '../../launch/execute';
import { findProgram } from '../../launch/findProgram';
import { noForeignVariables } from '../../launch/foreignVariables';
import { repositoryRoot } from '../../launch/repositoryRoot';
import { type LocalServer, startLocalServer } from '../../server/localServer';
import { earlierId, type GoldenTurn, goldenTurns } from '../core/inspection/goldenTurns';
import { noSecrets, turnWith } from '../core/inspection/turns';
import { collect, never, question, textOf } from '../gemini/serverUnderTest';

const key = 'key-of-the-environment';
const env = { ...process.env, ...noForeignVariables, GEMINI_API_KEY: key };

describe('copied code', function () {
  this.timeout(120_000);
  let folder: string;
  let server: LocalServer;
  let earlier: string | undefined;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gemini code $HOME '));
    symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
    server = await startLocalServer({ keys: [key] });
    const asked = await collect(client().ask(question('My name is Ada.'), never()));
    earlier = asked.flatMap((event) => (event.type === 'created' ? [event.interaction.id] : []))[0];
  });
  after(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });
  const client = () => interactionsOver(() => Promise.resolve({ origin: server.url, key }));

  /** The turn with what is there: the interaction before it, and the file of its picture. */
  function real({ request, file, name }: GoldenTurn): GoldenTurn {
    const chained = request.previousInteractionId === earlierId && earlier;
    const path = join(folder, "it's a `picture`.png");
    if (file) writeFileSync(path, Buffer.from(file.data, 'base64'));
    return {
      name,
      request: { ...request, ...(chained && { previousInteractionId: chained }) },
      ...(file && { file: { ...file, path } }),
    };
  }

  function codeFor(language: CodeLanguage, { request, file }: GoldenTurn): string {
    const turns = file ? [turnWith(file)] : [];
    const sent = { body: toBody(request), version: 'v1' };
    return codeOf(
      language,
      codeSource(sent, { origin: server.url, isUsualOrigin: false, turns, pathOf: (uri) => uri, ...noSecrets }),
    );
  }

  /** What the product gets for the same request, and the body that it sends for it. */
  async function expected({ request }: GoldenTurn): Promise<{ readonly text: string; readonly body: unknown }> {
    const text = textOf(await collect(client().ask(request, never())));
    assert.notEqual(text, '');
    return { text, body: server.requests.at(-1)?.body };
  }

  // Each is a process that loads the SDK.
  for (const golden of everyday(goldenTurns, 4)) {
    it(`in TypeScript sends ${golden.name} once more and prints the same answer`, async () => {
      const turn = real(golden);
      const { text, body } = await expected(turn);
      const program = join(folder, `${turn.name}.mjs`);
      writeFileSync(program, codeFor('typescript', turn));

      const printed = await execute(process.execPath, [program], { env, cwd: folder });
      assert.equal(printed, `${text}\n`);
      assert.deepEqual(server.requests.at(-1)?.body, body);
    });
  }

  for (const golden of goldenTurns) {
    it(`for curl sends ${golden.name} once more and prints the same answer`, async function () {
      if (!findProgram('curl') || !findProgram('sh')) {
        console.log('      there is no curl or no sh on this computer, so the command is not run');
        this.skip();
      }
      const turn = real(golden);
      const { text, body } = await expected(turn);

      const printed = await execute('sh', ['-c', codeFor('curl', turn)], { env, cwd: folder });
      assert.equal(textOfFrames(printed), text);
      assert.deepEqual(server.requests.at(-1)?.body, body);
    });
  }

  it('in Python compiles', async function () {
    const python = findProgram('python3');
    if (python === undefined) {
      console.log('      there is no python3 on this computer, so the code is not compiled');
      this.skip();
    }
    const programs = goldenTurns.map((golden) => {
      const program = join(folder, `${golden.name}.py`);
      writeFileSync(program, codeFor('python', real(golden)));
      return program;
    });
    await execute(python, ['-m', 'py_compile', ...programs], { env, cwd: folder });
  });
});

/** The words of the answer in a stream of events. */
function textOfFrames(stream: string): string {
  return stream
    .split('\n')
    .flatMap((line) => (line.startsWith('data: {') ? [JSON.parse(line.slice('data: '.length))] : []))
    .map((event) => {
      if (event.event_type === 'step.delta' && event.delta.type === 'text') return event.delta.text;
      if (event.event_type !== 'step.start' || event.step.type !== 'model_output') return '';
      return (event.step.content ?? []).map((item: { readonly text?: string }) => item.text ?? '').join('');
    })
    .join('');
}
