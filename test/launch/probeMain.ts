/**
 * The hand of the tests inside VS Code: a small extension of its own that connects out to the test process and does
 * what it is asked. It is an extension, not VS Code's "extension tests" module, because in that mode VS Code keeps
 * storage and backups in memory and does not restart a dead extension host, and those are among what is tested.
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { extensions } from 'vscode';
import { CONTROL_VARIABLE, MEASURE_VARIABLE, type ProbeHello, type ProbeResponse } from './probeProtocol';
import { isProbeRequest, probeRequests, rememberActivation, watchTerminals } from './probeRequests';

export async function activate(): Promise<void> {
  const port = Number(process.env[CONTROL_VARIABLE]);
  if (!Number.isInteger(port) || port <= 0) return;
  watchTerminals();
  await measureActivation(process.env[MEASURE_VARIABLE]);
  const socket = connect(port, '127.0.0.1');
  // The tests going away is no error of the extension host.
  socket.on('error', () => undefined);
  const send = (message: ProbeHello | ProbeResponse) => socket.write(`${JSON.stringify(message)}\n`);
  send({ pid: process.pid });
  const lines = createInterface(socket);
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    void answer(line).then(send);
  });
}

async function measureActivation(id: string | undefined): Promise<void> {
  const extension = id ? extensions.getExtension(id) : undefined;
  if (extension === undefined || extension.isActive) return;
  const started = performance.now();
  await extension.activate();
  rememberActivation(extension.id, performance.now() - started);
}

async function answer(line: string): Promise<ProbeResponse> {
  const request: unknown = JSON.parse(line);
  if (!isProbeRequest(request)) return { id: -1, error: `Not a request: ${line.slice(0, 200)}` };
  const { id, name, args } = request;
  try {
    const handler: (...args: never[]) => unknown = probeRequests[name];
    return { id, result: await Reflect.apply(handler, undefined, args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
