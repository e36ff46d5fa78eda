import { type Disposable, DisposableStore } from '../../core/base/disposables';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';
import type { JournalState } from '../../core/conversation/journal';
import { isRunning, type Turn } from '../../core/conversation/turn';
import type { ResearchJob, ResearchState } from '../../core/research/job/job';
import type { ResearchJobs } from '../../core/research/researchJobs';
import type { Log } from './log';

/** Writes into the log how turns and research end: codes, counts and times, nothing of what was asked or answered. */
export function logWork(log: Log, chats: Chats, jobs: ResearchJobs, now: () => number): Disposable {
  const own = new DisposableStore();
  const lastSaving = new Map<string, JournalState>();
  const logSaving = ({ chatId, saving }: ChatSession) => {
    if ((lastSaving.get(chatId) ?? 'saving') === saving) return;
    lastSaving.set(chatId, saving);
    log.event('chat.saving', { id: chatId, state: saving }, saving === 'failing' ? 'warn' : 'info');
  };
  own.add(
    chats.onDidChangeAnyChat(({ session, fact }) => {
      if (fact.type === 'turnAdded') {
        log.event('turn.asked', { id: fact.turn.id, attachments: fact.turn.attachments.length });
      } else if (fact.type === 'turnChanged' && !isRunning(fact.turn)) logEnd(log, fact.turn, now());
      else if (fact.type === 'chatChanged') logSaving(session);
    }),
  );
  const lastStates = new Map<string, ResearchState>();
  own.add(
    jobs.onDidChange((job: ResearchJob) => {
      if (lastStates.get(job.id) === job.state) return;
      lastStates.set(job.id, job.state);
      log.event('research.changed', { id: job.id, state: job.state, reason: job.failure });
    }),
  );
  return own;
}

function logEnd(log: Log, turn: Turn, now: number): void {
  const { id, status, failure, endedAs, skippedEvents } = turn;
  const values = { id, status, ms: now - turn.createdAt, parts: turn.parts.length, endedAs, skippedEvents };
  if (failure)
    log.event('turn.failed', { ...values, reason: failure.reason, code: failure.code, http: failure.status }, 'warn');
  else log.event('turn.ended', values);
}
