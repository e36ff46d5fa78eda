import type { Call } from './serverState';

/** GET /environments */
export function listEnvironments({ state, exchange }: Call): void {
  const environments = [...state.environments.all.values()].map(({ id, created }) => ({
    id,
    created,
    last_accessed: created,
    status: 'active',
  }));
  exchange.json(200, environments.length > 0 ? { environments } : {});
}

/** DELETE /environments/{id} */
export function removeEnvironment({ state, exchange, id }: Call): void {
  state.environments.find(id);
  state.environments.forget(id);
  exchange.json(200, {});
}
