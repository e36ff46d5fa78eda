import assert from 'node:assert/strict';
import { sandboxPaths, taskInput } from '../../../../src/core/chat/sandboxSources';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { antigravity } from '../../../../src/core/interactions/agents';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, textOf } from './chatUnderTest';

const file = (path: string, sandboxPath?: string): Attachment => ({
  kind: 'file',
  id: path,
  uri: `file:///w/${path}`,
  path,
  languageId: 'python',
  text: `# ${path}\n`,
  ...(sandboxPath !== undefined && { sandboxPath }),
});

describe('the paths of files in a sandbox', () => {
  it('are those of the workspace, each once', () => {
    assert.deepEqual(sandboxPaths(['src/a.py', 'b.py', 'src\\c.py', 'B.py', 'b.py']), [
      'src/a.py',
      'b.py',
      'src/c.py',
      '2/B.py',
      '3/b.py',
    ]);
  });

  it('tell nothing of where a file lies outside of it, and lead nowhere else', () => {
    const paths = ['/home/ada/secret-project/a.py', 'C:\\Users\\ada\\b.py', '~/c.py', '../../d.py', 'x/../../e.py'];
    assert.deepEqual(sandboxPaths(paths), ['a.py', 'b.py', 'c.py', 'd.py', 'e.py']);
    assert.deepEqual(sandboxPaths(['untitled:Untitled-1', '..', '/', './f.py']), [
      'untitled:Untitled-1',
      'file',
      '2/file',
      'f.py',
    ]);
  });
});

describe('the files of a task', () => {
  const under = serverUnderTest({ researchMs: 0 });

  it('go into the sandbox and are named in the question; what else is attached is read', () => {
    const { input, sources } = taskInput({ prompt: 'Run it', attachments: [file('a.py', 'a.py'), file('note.md')] });
    assert.deepEqual(sources, [{ type: 'inline', target: '/workspace/a.py', content: '# a.py\n' }]);
    const texts = input.map((one) => (one.type === 'text' ? one.text : ''));
    assert.deepEqual(texts, [
      'These files are in your sandbox:\n- /workspace/a.py',
      'note.md:\n```python\n# note.md\n```',
      'Run it',
    ]);
  });

  it('may have a Git repository beside them, of which only the address is sent, also after a reload', async () => {
    const url = 'https://github.com/octocat/Spoon-Knife';
    const repository: Attachment = { kind: 'url', id: 'r', url, sandboxPath: 'Spoon-Knife' };
    const { chats, store } = chatsUnderTest(under.client);
    chats.current.setModel(antigravity);
    await chats.current.send('Compare', [file('a.py', 'a.py'), repository]);
    const sources = [
      { type: 'inline', target: '/workspace/a.py', content: '# a.py\n' },
      { type: 'repository', target: '/workspace/Spoon-Knife', source: url },
    ];
    const asked = () => JSON.stringify(under.server.requests.at(-1)?.body);
    const environment = `"environment":${JSON.stringify({ type: 'remote', sources })}`;
    assert.ok(asked().includes(environment), asked());
    assert.match(asked(), /workspace\/Spoon-Knife \(the Git repository https:/);

    const again = chatsUnderTest(under.client, store).chats;
    await again.restore();
    await again.current.retry(again.current.turns()[0]?.id ?? '');
    assert.ok(asked().includes(environment), asked());
  });

  it('are there for the agent, go again with a retry after a reload, and are text for a model', async () => {
    const { chats, store } = chatsUnderTest(under.client);
    chats.current.setModel(antigravity);
    await chats.current.send('Run it', [file('a.py', 'src/a.py')]);
    const [environment] = under.server.environments().values();
    assert.deepEqual([...(environment?.files ?? [])], [['/workspace/src/a.py', '# a.py\n']]);
    assert.match(textOf(chats.current.turns()[0]), /worked in the sandbox/);

    const again = chatsUnderTest(under.client, store).chats;
    await again.restore();
    const [turn] = again.current.turns();
    await again.current.retry(turn?.id ?? '');
    assert.deepEqual([...(under.server.environments().get('env_0002')?.files.keys() ?? [])], ['/workspace/src/a.py']);
    await again.current.retry(turn?.id ?? '', { model: 'gemini-3.8-flash' });
    const body = JSON.stringify(under.server.requests.at(-1)?.body);
    assert.ok(body.includes('# a.py') && !body.includes('/workspace'));
  });
});
