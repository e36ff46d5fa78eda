import {
  bannerActions,
  codeActions,
  failureActions,
  longestDiagram,
  longestPath,
  mostPaths,
  type ToHost,
} from '../../protocol';

/** Reads a message from the panel. Anything unexpected is undefined: the panel shows model output, so it is not trusted. */
export function parseToHost(value: unknown): ToHost | undefined {
  if (!isRecord(value)) return undefined;
  switch (value.type) {
    case 'ready':
    case 'stop':
    case 'setApiKey':
    case 'openKeyPage':
    case 'alive':
      return { type: value.type };
    case 'fetchEarlier':
      return typeof value.before === 'string' ? { type: 'fetchEarlier', before: value.before } : undefined;
    case 'placeChanged': {
      const { chatId, turn } = value;
      if (typeof chatId !== 'string' || (turn !== undefined && !isCount(turn))) return undefined;
      return { type: 'placeChanged', chatId, ...(turn !== undefined && { turn }) };
    }
    case 'send':
      return typeof value.prompt === 'string' ? { type: 'send', prompt: value.prompt } : undefined;
    case 'openLink':
      return typeof value.url === 'string' ? { type: 'openLink', url: value.url } : undefined;
    case 'openAttachment':
      return typeof value.turnId === 'string' && typeof value.attachmentId === 'string'
        ? { type: 'openAttachment', turnId: value.turnId, attachmentId: value.attachmentId }
        : undefined;
    case 'actOnFailure': {
      const action = failureActions.find((known) => known === value.action);
      return typeof value.turnId === 'string' && action
        ? { type: 'actOnFailure', turnId: value.turnId, action }
        : undefined;
    }
    case 'setPrivate':
      return typeof value.isPrivate === 'boolean' ? { type: 'setPrivate', isPrivate: value.isPrivate } : undefined;
    case 'actOnBanner': {
      const action = bannerActions.find((known) => known === value.action);
      return action ? { type: 'actOnBanner', action } : undefined;
    }
    case 'copyQuestion':
    case 'copyAnswer':
    case 'openAnswerAsText':
    case 'retry':
    case 'branchFrom':
    case 'showMore':
      return typeof value.turnId === 'string' ? { type: value.type, turnId: value.turnId } : undefined;
    case 'askInstead':
      return typeof value.turnId === 'string' && typeof value.prompt === 'string'
        ? { type: 'askInstead', turnId: value.turnId, prompt: value.prompt }
        : undefined;
    case 'showBranch':
      return typeof value.turnId === 'string' && (value.step === -1 || value.step === 1)
        ? { type: 'showBranch', turnId: value.turnId, step: value.step }
        : undefined;
    case 'focusChanged':
      return typeof value.isFocused === 'boolean' ? { type: 'focusChanged', isFocused: value.isFocused } : undefined;
    case 'actOnCode': {
      const { turnId, part, block } = value;
      const action = codeActions.find((known) => known === value.action);
      return typeof turnId === 'string' && isCount(part) && isCount(block) && action
        ? { type: 'actOnCode', turnId, part, block, action }
        : undefined;
    }
    case 'findPaths': {
      const { turnId, paths } = value;
      return typeof turnId === 'string' && Array.isArray(paths) && paths.length <= mostPaths && paths.every(isPath)
        ? { type: 'findPaths', turnId, paths }
        : undefined;
    }
    case 'drawDiagram': {
      const { source } = value;
      return typeof source === 'string' && source.length <= longestDiagram
        ? { type: 'drawDiagram', source }
        : undefined;
    }
    case 'openPath': {
      const { path, line } = value;
      if (!isPath(path) || (line !== undefined && !isCount(line))) return undefined;
      return { type: 'openPath', path, ...(line !== undefined && { line }) };
    }
    case 'openSymbol':
      return isPath(value.name) ? { type: 'openSymbol', name: value.name } : undefined;
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestPath;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
