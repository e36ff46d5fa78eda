import { type AccountRequests, accountRequests } from './account';
import { type AnswerFacts, answerFacts } from './answer';
import { type AttachMoments, type AttachRequests, attachMoments, attachRequests } from './attach';
import { type ChatFacts, type ChatRequests, chatFacts, chatRequests } from './chat';
import { type ChoiceRequests, choiceRequests } from './choices';
import { type CodeRequests, codeRequests } from './code';
import { type ComposerMoments, type ComposerRequests, composerMoments, composerRequests } from './composer';
import { type ContextMoments, type ContextRequests, contextMoments, contextRequests } from './context';
import { type DiagramMoments, type DiagramRequests, diagramMoments, diagramRequests } from './diagrams';
import { type FailureRequests, failureRequests } from './failures';
import { type FileMoments, type FileRequests, fileMoments, fileRequests } from './files';
import { type MediaMoments, type MediaRequests, mediaMoments, mediaRequests } from './media';
import { type PageMoments, type PageRequests, pageMoments, pageRequests } from './page';
import { index, readFields, type Shapes } from './shape';
import { type StartRequests, startRequests } from './start';
import { type StateFacts, type StateRequests, stateFacts, stateRequests } from './state';

/** What the panel asks for. No request has a reply: the answer is always the next fact. */
interface RequestMap
  extends AccountRequests,
    AttachRequests,
    ChatRequests,
    ChoiceRequests,
    CodeRequests,
    ComposerRequests,
    ContextRequests,
    DiagramRequests,
    FailureRequests,
    FileRequests,
    MediaRequests,
    PageRequests,
    StartRequests,
    StateRequests {}

const requestShapes: Shapes<RequestMap> = {
  ...accountRequests,
  ...attachRequests,
  ...chatRequests,
  ...choiceRequests,
  ...codeRequests,
  ...composerRequests,
  ...contextRequests,
  ...diagramRequests,
  ...failureRequests,
  ...fileRequests,
  ...mediaRequests,
  ...pageRequests,
  ...startRequests,
  ...stateRequests,
};

/**
 * Facts about the chat. They are numbered without gaps for each panel: a panel that sees a gap says `ready` and gets a
 * snapshot. Until its first snapshot a panel ignores everything else.
 */
interface FactMap extends AnswerFacts, ChatFacts, StateFacts {}

const factShapes: Shapes<FactMap> = { ...answerFacts, ...chatFacts, ...stateFacts };

/** Facts about the moment and not about the chat: they come whenever they come, and a snapshot makes up for none. */
export interface MomentMap
  extends AttachMoments,
    ComposerMoments,
    ContextMoments,
    DiagramMoments,
    FileMoments,
    MediaMoments,
    PageMoments {}

const momentShapes: Shapes<MomentMap> = {
  ...attachMoments,
  ...composerMoments,
  ...contextMoments,
  ...diagramMoments,
  ...fileMoments,
  ...mediaMoments,
  ...pageMoments,
};

export type RequestType = keyof RequestMap;
export type RequestOf<Type extends RequestType> = { readonly type: Type } & RequestMap[Type];
export type ToHost = { [Type in RequestType]: RequestOf<Type> }[RequestType];

type FactOf<Type extends keyof FactMap> = { readonly type: Type } & FactMap[Type];
type Moment = { [Type in keyof MomentMap]: { readonly type: Type } & MomentMap[Type] }[keyof MomentMap];
export type Snapshot = FactMap['snapshot'];
/** A fact before it is numbered for one panel. Snapshots are made by the connection alone. */
export type PanelFact =
  | { [Type in Exclude<keyof FactMap, 'snapshot'>]: FactOf<Type> }[Exclude<keyof FactMap, 'snapshot'>]
  | Moment;
export type ToPanel = { [Type in keyof FactMap]: { readonly revision: number } & FactOf<Type> }[keyof FactMap] | Moment;
export type FactType = ToPanel['type'];
export type MessageOf<Type extends FactType> = Extract<ToPanel, { readonly type: Type }>;

/** What is done about each request. One that has no handler does not compile where all are needed. */
export type Handlers<Type extends RequestType, Panel> = {
  readonly [K in Type]: (request: RequestOf<K>, panel: Panel) => Promise<void> | void;
};

/** Calls the handler of a request. */
export function dispatch<Type extends RequestType, Panel>(
  handlers: Handlers<Type, Panel>,
  request: RequestOf<Type>,
  panel: Panel,
): Promise<void> | void {
  const handler: Handlers<Type, Panel>[Type] = handlers[request.type];
  return handler(request, panel);
}

/** What a panel does about each fact. False: the fact does not fit what is on the page, which then needs a snapshot. */
export type FactHandlers<Type extends FactType = FactType> = {
  readonly [K in Type]: (fact: MessageOf<K>) => unknown;
};

/** Calls the handler of a fact. */
export function apply<Type extends FactType>(handlers: FactHandlers<Type>, fact: MessageOf<Type>): boolean {
  // Each key of the table is the type of the fact that its handler takes.
  const handler: (fact: MessageOf<Type>) => unknown = handlers[fact.type as Type];
  return handler(fact) !== false;
}

export function isMoment<Fact extends { readonly type: FactType }>(
  fact: Fact,
): fact is Extract<Fact, { readonly type: keyof MomentMap }> {
  return Object.hasOwn(momentShapes, fact.type);
}

/** Reads a message from the panel. Anything unexpected is undefined: the panel shows model output, so it is not trusted. */
export function readRequest(value: unknown): ToHost | undefined {
  const fields = readFields(requestShapes, value);
  return fields && isRequest(fields) ? fields : undefined;
}

/** Reads a message from the host. Anything else that a window may be sent is undefined. */
export function readFact(value: unknown): ToPanel | undefined {
  return isFact(value) ? value : undefined;
}

const messageShapes = {
  ...Object.fromEntries(Object.entries(factShapes).map(([type, shape]) => [type, { revision: index, ...shape }])),
  ...momentShapes,
};

function isFact(value: unknown): value is ToPanel {
  return readFields(messageShapes, value) !== undefined;
}

/** `readFields` has checked every field: this gives the result its type. */
function isRequest(fields: object): fields is ToHost {
  return Object.hasOwn(fields, 'type');
}
