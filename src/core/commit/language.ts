/** Scripts that nearly tell the language. The first that fits wins. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Han}/u, 'Chinese'],
  [/[іїєґ]/iu, 'Ukrainian'],
  [/\p{Script=Cyrillic}/u, 'Russian'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Devanagari}/u, 'Hindi'],
];

/** Small words, and the verbs that subjects begin with, of each language that is written in Latin letters. */
const words: Readonly<Record<string, string>> = {
  English:
    'the a an of to in for on with and or from by when not is are be add adds added fix fixes fixed remove update use make move rename support handle allow drop improve introduce change set show keep let',
  German:
    'der die das des dem den ein eine einen für und mit von zu zum zur nicht bei auf aus ist sind wird wenn hinzufügen hinzugefügt entfernt entfernen behebt behoben ändert geändert korrigiert fehler neue neuer',
  French:
    'le la les un une des du de et pour avec dans sur ne pas est sont au aux par ajoute ajout ajouter corrige correction corriger supprime suppression mise jour modifie quand',
  Spanish:
    'el la los las un una de del y para con en por no es son al se añade añadir agrega agregar corrige corregir arregla elimina eliminar actualiza actualizar cuando cambia mejora',
  Portuguese:
    'o os as um uma de do da dos das e para com em por não é ao adiciona adicionar corrige corrigir remove remover atualiza atualizar quando altera ajusta melhora',
  Italian:
    'il lo la gli un una di del della e per con in da non è al aggiunge aggiunto aggiungi corregge corretto rimuove rimosso rimuovi aggiorna aggiornato quando modifica migliora',
  Dutch:
    'de het een van voor en met in op niet is zijn bij naar uit als voeg toe toegevoegd verwijder verwijderd wijzig gewijzigd herstel verbeter',
  Polish:
    'i w z na do nie dla jest od po przy dodaj dodano dodanie usuń usunięto napraw naprawiono zmień zmieniono poprawka poprawiono',
  Czech: 'a v z na do není pro je od po při přidat přidáno odstranit odstraněno opravit opraveno změnit oprava',
  Swedish: 'och i på av för med inte är till från om lägg till lade tog bort ta fixa rätta ändra uppdatera',
  Turkish: 've bir için ile bu değil eklendi ekle düzeltildi düzelt kaldırıldı kaldır güncellendi güncelle hata yeni',
};

const known = Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))] as const);

/**
 * The language that most of these texts are written in, by its English name. Undefined: they are too short, or in none
 * that is known here.
 */
export function languageOf(texts: readonly string[]): string | undefined {
  const votes = new Map<string, number>();
  for (const text of texts) {
    const language = languageOfOne(text);
    if (language !== undefined) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const [first] = [...votes].sort(([, a], [, b]) => b - a);
  return first && first[1] * 2 > [...votes.values()].reduce((sum, count) => sum + count, 0) ? first[0] : undefined;
}

function languageOfOne(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  // Names of code stay Latin in every language, so a part of the letters is enough.
  if (foreign.length >= 2 && foreign.length * 5 >= letters.length) {
    return scripts.find(([pattern]) => pattern.test(foreign.join('')))?.[1];
  }
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = known.map(([language, set]) => ({ language, count: found.filter((word) => set.has(word)).length }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count > (second?.count ?? 0) ? first.language : undefined;
}
