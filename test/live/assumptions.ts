/** What the makers of this extension could not see for themselves, by number. Every probe names one of them. */
export const assumptions: Readonly<Record<number, string>> = {
  1: 'the form of a request',
  2: 'agents and aliases in the versions of the API',
  3: 'how requests are refused',
  4: 'histories with and without the signatures of thoughts',
  5: 'how a stream ends',
  6: 'resuming a stream',
  7: 'what streams of tools and pictures look like',
  8: 'cancelling',
  9: 'storing, reading back and deleting',
  10: 'how long answers take',
  11: 'the list of models',
  12: 'the usage of an answer with a search',
  13: 'uploading files',
  14: 'fields that depend on the model',
  15: 'what goes along with a question',
};
