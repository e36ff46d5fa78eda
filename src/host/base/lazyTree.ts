import * as vscode from 'vscode';

/** A tree whose rows are made by something that is loaded when they are asked for first. */
export class LazyTree<Row> implements vscode.TreeDataProvider<Row> {
  private readonly changed = new vscode.EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private loaded: Promise<vscode.TreeDataProvider<Row>> | undefined;

  constructor(private readonly load: () => Promise<vscode.TreeDataProvider<Row>>) {}

  async getChildren(row?: Row): Promise<Row[]> {
    return (await (await this.rows()).getChildren(row)) ?? [];
  }

  async getTreeItem(row: Row): Promise<vscode.TreeItem> {
    return (await this.rows()).getTreeItem(row);
  }

  private rows(): Promise<vscode.TreeDataProvider<Row>> {
    this.loaded ??= this.load().then((tree) => {
      tree.onDidChangeTreeData?.((row) => this.changed.fire(Array.isArray(row) ? undefined : (row ?? undefined)));
      return tree;
    });
    return this.loaded;
  }
}
