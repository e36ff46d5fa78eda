import { parseArgs } from 'node:util';
import { startLocalServer } from './localServer';

// The backend of `npm start` when there is no API key. Prints its address and runs until it is stopped.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    /** Milliseconds between pieces of text: about as fast as people can follow. */
    pace: { type: 'string', default: '20' },
    /** Milliseconds a research run takes. */
    research: { type: 'string', default: '20000' },
  },
});

startLocalServer({ port: Number(values.port), paceMs: Number(values.pace), researchMs: Number(values.research) }).then(
  (server) => console.log(server.url),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
