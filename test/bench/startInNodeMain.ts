/**
 * Starts one extension in this process, without VS Code, and prints what that took and what it called. The API it is
 * given takes every call and does nothing, so that what is measured is the extension. Arguments: its program, and the
 * folder it may keep its own in.
 */
import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import tls from 'node:tls';
import type { StartReport } from './activationInNode';
import { idleApi } from './idleApi';

interface Loader {
  _load(request: string, ...more: unknown[]): unknown;
}

interface Extension {
  activate(context: unknown): unknown;
}

const calls: string[] = [];
let counting = false;

const [, , program = '', storage] = process.argv;
const api = idleApi((name) => note(`vscode.${name}`), storage);
const nodeRequire = createRequire(__filename);
// The one place where `require('vscode')` can be answered, and the one VS Code itself uses.
const loader: Loader = nodeRequire('node:module');
const load = loader._load;
loader._load = (request, ...more) => (request === 'vscode' ? api.vscode : load.call(loader, request, ...more));

watch('fs', fs);
watch('fs.promises', fs.promises);
watch('net', net);
watch('net.Socket', net.Socket.prototype, ['connect']);
watch('tls', tls, ['connect']);
watch('dns', dns);
watch('http', http, ['request', 'get']);
watch('https', https, ['request', 'get']);
watch('child_process', childProcess);
watch('globalThis', globalThis, ['fetch', 'WebSocket']);

void start(program);

async function start(path: string): Promise<void> {
  const started = performance.now();
  const extension: Extension = nodeRequire(path);
  const loaded = performance.now();
  counting = true;
  const returned = extension.activate(api.context);
  const called = performance.now();
  await returned;
  // What it began and did not wait for counts as well.
  await pause(50);
  counting = false;
  const report: StartReport = { loadMs: loaded - started, activateMs: called - loaded, calls };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

function note(name: string): void {
  if (counting) calls.push(name);
}

/** Puts a counter before functions of an object, by default before all of them. */
function watch(prefix: string, owner: object, names: readonly string[] = Object.keys(owner)): void {
  for (const name of names) {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') continue;
    const counted = new Proxy(original, {
      apply: (target, self, args) => {
        note(`${prefix}.${name}`);
        return Reflect.apply(target, self, args);
      },
      construct: (target, args, newTarget) => {
        note(`new ${prefix}.${name}`);
        return Reflect.construct(target, args, newTarget);
      },
    });
    Reflect.set(owner, name, counted);
  }
}
