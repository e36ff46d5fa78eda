import * as vscode from 'vscode';
import { lazy } from '../../core/base/lazy';

/** A tree whose rows are made by something that is loaded when they are asked for first. */
export class LazyTree<Row> implements vscode.TreeDataProvider<Row> {
  private readonly changed = new vscode.EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly rows: () => Promise<vscode.TreeDataProvider<Row>>;

  constructor(load: () => Promise<vscode.TreeDataProvider<Row>>) {
    this.rows = lazy(async () => {
      const tree = await load();
      tree.onDidChangeTreeData?.((row) => this.changed.fire(Array.isArray(row) ? undefined : (row ?? undefined)));
      return tree;
    });
  }

  async getChildren(row?: Row): Promise<Row[]> {
    return (await (await this.rows()).getChildren(row)) ?? [];
  }

  async getTreeItem(row: Row): Promise<vscode.TreeItem> {
    return (await this.rows()).getTreeItem(row);
  }
}
