/**
 * Thrown within this folder by a text that is no diagram, or holds something that would be missing in the picture. A wrong
 * picture is worse than none.
 */
export class NotDrawable extends Error {}
