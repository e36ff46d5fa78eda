/** Marks a group of lines of code that holds a very long line. Such a group is not coloured. */
export const longLineClass = 'has-long-line';
