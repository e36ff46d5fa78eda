import { cancel, remove } from './calls';
import type { LiveApi } from './liveApi';
import { removeFile } from './probes/files';
import { removeStore } from './probes/stores';

/** A call without an answer by then has failed. Milliseconds. */
const callMs = 15_000;

/** Stops and deletes what may still be writing at Google, since that costs. */
export async function stopRunning(api: LiveApi): Promise<void> {
  for (const [id, { isRunning }] of [...api.created.interactions]) {
    if (!isRunning) continue;
    await api.send(cancel(id), callMs).catch(ignore);
    await removeInteraction(api, id);
  }
}

/** Deletes at Google all that the walk has made there. What could not be deleted stays in `api.created`. */
export async function cleanUp(api: LiveApi): Promise<void> {
  await stopRunning(api);
  for (const id of [...api.created.interactions.keys()]) await removeInteraction(api, id);
  for (const name of [...api.created.files]) {
    const answered = await api.send(removeFile(name), callMs).catch(ignore);
    if (answered?.status === 404) api.created.files.delete(name);
  }
  for (const name of [...api.created.stores]) {
    const answered = await api.send(removeStore(name), callMs).catch(ignore);
    if (answered?.status === 404) api.created.stores.delete(name);
  }
}

async function removeInteraction(api: LiveApi, id: string): Promise<void> {
  const answered = await api.send(remove(id), callMs).catch(ignore);
  if (answered?.status === 404) api.created.interactions.delete(id);
}

/** What could not be deleted is told at the end. */
function ignore(): undefined {
  return undefined;
}
