import type { PastCommit } from '../../../../src/core/commit/pastCommit';

export function commits(...messages: readonly string[]): readonly PastCommit[] {
  return messages.map((message) => ({ message, isMerge: false }));
}

/** Histories as people write them, each in one way of its own. */
export const histories = {
  conventional: commits(
    'feat(chat): show the model beside the answer',
    'fix(chat): keep the scroll position when an answer ends',
    'feat(research): resume jobs after a reload',
    'chore(deps): update esbuild',
    'fix(panel)!: drop the old message format',
    'docs(readme): tell how to set the key',
  ),
  parts: commits(
    'Server: refuse a bare list of contents\n\nThe service does so since October, and tests that\nsend one would pass for nothing.',
    'Panel: draw only what is in view\n\nLong chats took seconds to open.',
    'Tests: hold the shape of every request\n\nA field that is new fails them.',
    'Core: follow every stored interaction with one function\n\nThere were two copies of it.',
    'Server: serve v1 and v1beta\n\nEach is as strict as the service.',
  ),
  gitmoji: commits(
    '✨ Add dark mode',
    '🐛 Fix the crash on start',
    '♻️ Split the parser',
    '📝 Explain the set-up',
    '✨ Add a tray icon',
  ),
  gitmojiCodes: commits(
    ':sparkles: add dark mode',
    ':bug: fix the crash',
    ':memo: explain',
    ':fire: remove dead code',
    ':bug: fix typo',
  ),
  tickets: commits(
    'SHOP-1201 Added a filter for colours',
    'SHOP-1187 Fixed the total of empty carts',
    'SHOP-1180 Removed the old checkout',
    'SHOP-1144 Updated the texts',
    'SHOP-1132 Changed the currency format',
  ),
  german: commits(
    'Fehler beim Speichern von leeren Chats behoben',
    'Neue Einstellung für die Schriftgröße hinzugefügt',
    'Nicht mehr benötigte Dateien entfernt',
    'Texte der Oberfläche geändert',
    'Tests für den Export hinzugefügt',
  ),
  japanese: commits('ログイン画面を追加', 'READMEを更新', 'バグを修正', '依存関係を更新 (#12)', 'テストを追加'),
  signedOff: commits(
    ...['mm: fix a leak', 'mm: handle null', 'net: drop stale entries', 'net: fix the order', 'fs: check the size'].map(
      (subject) => `${subject}\n\nIt went wrong under load.\n\nSigned-off-by: A Person <a@example.com>`,
    ),
  ),
  bullets: commits(
    ...['Add export', 'Fix import', 'Move files', 'Rename things', 'Update docs'].map(
      (subject) => `${subject}\n\n- one thing\n- another thing`,
    ),
  ),
} as const;
