import assert from 'node:assert/strict';
import type { Clock } from '../../../../src/core/base/clock';
import { Failure } from '../../../../src/core/base/failure';
import { commitRequest } from '../../../../src/core/commit/commitRequest';
import { noRules } from '../../../../src/core/commit/projectRules';
import { writeMessage } from '../../../../src/core/commit/writeMessage';
import { ManualClock } from '../../fakes/manualClock';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';

describe('writing a commit message', () => {
  const under = serverUnderTest();
  const diff = 'diff --git a/src/a.ts b/src/a.ts\n--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1,2 @@\n a\n+b\n';
  const rules = { subjectLimit: 50, commentMark: '#', isSubjectOnly: false };
  const request = commitRequest('gemini-3.5-flash-lite', {
    style: undefined,
    rules: noRules,
    branch: 'main',
    examples: [],
    situation: [],
    changes: [`src/a.ts:\n${diff}`],
    hint: undefined,
  });
  const write = (onMessage: (message: string) => void = () => {}, signal = never(), clock: Clock = new ManualClock()) =>
    writeMessage({ interactions: under.client, clock }, request, rules, signal, onMessage);

  it('streams the message clean, and resolves with all of it', async () => {
    under.server.answerNext({
      text: '```\nAdd the second letter\n\nIt was missing since the first version of this.\n```\nDone!',
    });
    const seen: string[] = [];

    const message = await write((text) => seen.push(text));

    assert.equal(message, 'Add the second letter\n\nIt was missing since the first version of this.');
    assert.ok(seen.length > 2);
    assert.ok(
      seen.every((text) => message.startsWith(text)),
      JSON.stringify(seen),
    );
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(under.server.interactions().size, 0);
  });

  it('shows neither talk nor the same twice, and has its last short line in the end', async () => {
    under.server.answerNext({
      text: 'Here is the commit message for your change:\n\nAdd a letter\n\nIt was missing since the first version.\n\nRefs\n\nLet me know if you would like to have it shorter than it is now.',
    });
    const seen: string[] = [];

    const message = await write((text) => seen.push(text));

    assert.equal(message, 'Add a letter\n\nIt was missing since the first version.\n\nRefs');
    assert.ok(seen.length > 1 && !seen.includes(''), JSON.stringify(seen));
    assert.ok(
      seen.every((text) => message.startsWith(text)),
      JSON.stringify(seen),
    );
    assert.equal(new Set(seen).size, seen.length);

    under.server.answerNext({ text: 'Add a letter\n\nIt was missing' });
    assert.equal(await write(), 'Add a letter\n\nIt was missing');
  });

  it('rejects when the reply holds no message, and when it is endless', async () => {
    under.server.answerNext({ text: '```\n```' });
    await assert.rejects(write(), (error) => error instanceof Failure && error.reason === 'emptyAnswer');

    under.server.answerNext({ text: 'word '.repeat(5_000) });
    await assert.rejects(write(), (error) => error instanceof Failure && error.reason === 'malformedAnswer');
  });

  it('rejects when the reply broke off', async () => {
    under.server.answerNext({ text: 'Add the', ends: 'incomplete' });
    await assert.rejects(write(), (error) => error instanceof Failure && error.reason === 'truncated');
  });

  it('rejects when the stream falls silent', async () => {
    under.server.holdAfter(1);
    const held = under.server.held();
    // Any wait is over once the server holds the stream.
    const clock: Clock = { now: () => 0, wallNow: () => 0, wait: () => held };

    const writing = write(() => {}, never(), clock);

    await assert.rejects(writing, (error) => error instanceof Failure && error.reason === 'timedOut');
    assert.equal(await under.server.requests[0]?.ended, 'closedByClient');
  });

  it('ends with the signal, and so does the request', async () => {
    under.server.holdAfter(2);
    const stop = new AbortController();
    const writing = write(() => stop.abort(), stop.signal);

    await assert.rejects(writing, (error) => stop.signal.aborted && !(error instanceof Failure));
    assert.equal(await under.server.requests[0]?.ended, 'closedByClient');
  });
});
