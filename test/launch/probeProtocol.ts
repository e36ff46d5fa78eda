/** What the tests may ask of the extension host. Everything that crosses is JSON. */

export interface ProbePosition {
  readonly line: number;
  readonly character: number;
}

export interface ProbeSelection {
  readonly anchor: ProbePosition;
  readonly active: ProbePosition;
}

export interface ProbeEditor {
  readonly uri: string;
  readonly text: string;
  readonly selection: ProbeSelection;
  readonly languageId: string;
  readonly isDirty: boolean;
  /** The first line in sight, counted from 0. */
  readonly topLine: number | undefined;
}

export interface ProbeTab {
  readonly label: string;
  readonly isActive: boolean;
  readonly isDirty: boolean;
  readonly group: number;
  readonly kind: 'text' | 'diff' | 'webview' | 'other';
  /** The document of a text tab, or the changed side of a diff. */
  readonly uri?: string;
  /** The original side of a diff. */
  readonly originalUri?: string;
}

interface ProbeExtension {
  readonly isActive: boolean;
  readonly version: string;
  readonly path: string;
}

/** Each function runs in the extension host; its result or its error travels back. */
export interface ProbeRequests {
  executeCommand(id: string, ...args: unknown[]): unknown;
  /** Runs a command on files, as VS Code's explorer does where several are selected. */
  executeOnFiles(id: string, files: readonly string[]): void;
  commands(): string[];
  activeEditor(): ProbeEditor | undefined;
  visibleEditors(): ProbeEditor[];
  /** Shows a file (a path or a uri), with a selection where one is given. */
  openFile(file: string, selection?: ProbeSelection): void;
  select(selection: ProbeSelection): void;
  /** The text VS Code has for a document (a path or a uri), whether saved or not. */
  documentText(file: string): string;
  /** Replaces the text of a document, as one edit that can be undone. */
  replaceText(file: string, text: string): void;
  saveFile(file: string): boolean;
  /** Gives a file another path, as VS Code's explorer does. */
  renameFile(from: string, to: string): void;
  /** What language servers and others say of documents: the document of each problem, and its words. */
  problems(): readonly { readonly uri: string; readonly message: string }[];
  tabs(): ProbeTab[];
  getConfiguration(key: string): unknown;
  /** Writes a user setting; undefined takes it away. */
  updateConfiguration(key: string, value: unknown): void;
  extensionInfo(id: string): ProbeExtension | undefined;
  /** What of an extension its host has loaded so far: paths from the folder of the extension. */
  loadedFiles(id: string): string[];
  /** Loads a file of an extension as the extension would. Rejects if that fails. `path`: from the folder of the extension. */
  loadFile(id: string, path: string): void;
  /** Milliseconds that activating the extension took, loading included, measured at the start of the extension host. */
  activateExtension(id: string): number;
  /** After a garbage collection where the extension host has one to call. */
  processMemory(): NodeJS.MemoryUsage;
  /** What the event loop of the extension host has open, by kind: `TCPServerWrap` is a listening socket. */
  activeResources(): string[];
  pid(): number;
  isTrusted(): boolean;
  setClipboard(text: string): void;
  readClipboard(): string;
  /** The text in the message box of the Git repository in this folder; undefined while VS Code has not opened it. */
  messageBox(folder: string): string | undefined;
  /** What the active terminal is called, how it ended, and whether its shell tells what runs in it. */
  activeTerminal(): ProbeTerminal | undefined;
}

interface ProbeTerminal {
  readonly name: string;
  readonly hasShellIntegration: boolean;
  /** Whether extensions have heard that something runs in it. */
  readonly runsProgram: boolean;
}

export type ProbeRequestName = keyof ProbeRequests;

export interface ProbeRequest {
  readonly id: number;
  readonly name: ProbeRequestName;
  readonly args: readonly unknown[];
}

export type ProbeResponse =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** The first line the probe sends. */
export interface ProbeHello {
  readonly pid: number;
}

/** Where the probe finds the tests: the port of a listener on the loopback interface. */
export const CONTROL_VARIABLE = 'GEMINI_TEST_CONTROL';
/** The extension the probe activates first thing, to measure it. Without it, the extension starts when VS Code says. */
export const MEASURE_VARIABLE = 'GEMINI_TEST_MEASURE_ACTIVATION';
