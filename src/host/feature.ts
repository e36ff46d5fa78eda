import type { CommandId } from '../manifest';
import type { FeatureRequest, RequestHandlers } from './panel/panelHandle';

/**
 * The arguments of the commands that take some. Each feature adds those of its own commands. VS Code's menus pass other
 * arguments than ours: a handler checks the type.
 *
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: the features fill it.
export interface CommandArgs {}

export type ArgsOf<Id extends CommandId> = Id extends keyof CommandArgs ? CommandArgs[Id] : [];

/** What commands do. A command without a handler does not compile. The result is that of `executeCommand`. */
export type CommandHandlers<Id extends CommandId = CommandId> = {
  readonly [K in Id]: (...args: ArgsOf<K>) => unknown;
};

/** One capability of the product: its commands, and what panels may ask of it. */
export interface Feature<Commands extends CommandId = never, Requests extends FeatureRequest = never> {
  readonly commands: CommandHandlers<Commands>;
  readonly requests: RequestHandlers<Requests>;
  dispose(): void;
}
