/** A process that brings the chats of an old folder over. Argument: the folder. Says `begun`, then `done` and how many. */
import { writeSync } from 'node:fs';
import { migrateOldChats } from '../../../src/core/storage/migrateOldChats';
import { NodeFiles } from '../../../src/host/nodeFiles';

writeSync(1, 'begun\n');
void migrateOldChats(new NodeFiles(process.argv[2] ?? '')).then(({ migrated, failed }) => {
  if (failed.length > 0) throw failed[0]?.error;
  writeSync(1, `done ${migrated.length}\n`);
});
