export interface WorkbenchAddress {
  readonly authority: string;
  readonly folder: string;
  readonly developmentPath: string | undefined;
  readonly testsPath?: string | undefined;
}

/** The address at which the server shows a folder with an extension in development. It holds no secret. */
export function workbenchAddress({ authority, folder, developmentPath, testsPath }: WorkbenchAddress): string {
  const remote = (path: string) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload = [
    ...(developmentPath ? [['extensionDevelopmentPath', remote(developmentPath)]] : []),
    ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}
