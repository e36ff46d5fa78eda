/** What a drag or the clipboard may bring. */
export interface BroughtFiles {
  /** With their bytes: from the system. */
  readonly files: readonly File[];
  /** By their addresses: from VS Code. */
  readonly uris: readonly string[];
}

/** VS Code's own lists of what is dragged, and the usual one. A browser cuts the usual one to its first member. */
const lists: readonly string[] = ['application/vnd.code.uri-list', 'text/uri-list'];
const jsonList = 'resourceurls';

/** Listens for files that are dropped anywhere on the page, or pasted. `over`: whether some are held over it. */
export function listenForFiles(
  input: HTMLElement,
  onFiles: (brought: BroughtFiles) => void,
  over: (isOver: boolean) => void,
): void {
  const take = (event: Event, brought: BroughtFiles): void => {
    if (brought.files.length + brought.uris.length === 0) return;
    event.preventDefault();
    onFiles(brought);
  };
  document.addEventListener('dragover', (event) => {
    if (!bringsFiles(event.dataTransfer)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    over(true);
  });
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && over(false));
  document.addEventListener('drop', (event) => {
    over(false);
    if (bringsFiles(event.dataTransfer)) take(event, read(event.dataTransfer));
  });
  input.addEventListener('paste', (event) => {
    // Tables and texts of office programs come with a picture of them.
    const hasText = event.clipboardData?.types.includes('text/plain') === true;
    if (!hasText) take(event, { files: [...(event.clipboardData?.files ?? [])], uris: [] });
  });
}

function bringsFiles(data: DataTransfer | null): data is DataTransfer {
  return data?.types.some((type) => type === 'Files' || type === jsonList || lists.includes(type)) === true;
}

function read(data: DataTransfer): BroughtFiles {
  const files = [...data.files];
  // The same files once more.
  if (files.length > 0) return { files, uris: [] };
  const list = lists.map((type) => data.getData(type)).find((text) => text !== '') ?? '';
  const uris = list === '' ? readJson(data.getData(jsonList)) : list.split(/\r?\n/);
  return { files, uris: uris.filter((uri) => uri !== '' && !uri.startsWith('#')) };
}

function readJson(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((uri) => typeof uri === 'string') : [];
  } catch {
    return [];
  }
}
