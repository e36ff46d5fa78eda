const EVENTS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const;

/**
 * Makes a `close` that is done once, however often it is called, and that a run which is broken off does by itself: left
 * alone, the process would end at once, and leave its folders and a desktop VS Code behind.
 */
export function closeWithProcess(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const once = () => {
    closing ??= close().finally(() => {
      for (const event of EVENTS) process.off(event, leave);
    });
    return closing;
  };
  const leave = () => void once().finally(() => process.exit(1));
  for (const event of EVENTS) process.on(event, leave);
  return once;
}
