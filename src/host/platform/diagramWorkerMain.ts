import { parentPort } from 'node:worker_threads';
import { drawDiagram } from '../../diagrams/drawDiagram';

/** The thread that draws diagrams: a text comes, and its drawing goes back. */
parentPort?.on('message', (text: unknown) => {
  parentPort?.postMessage(typeof text === 'string' ? drawDiagram(text) : undefined);
});
