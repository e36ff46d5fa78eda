import assert from 'node:assert/strict';
import { languageOf } from '../../../../src/core/commit/language';

const texts: Readonly<Record<string, string>> = {
  Japanese: 'ログイン画面を追加',
  Korean: '로그인 화면 추가',
  Chinese: '修复登录页面',
  Ukrainian: 'Виправлено помилку з іменем',
  Russian: 'Исправлена ошибка',
  Greek: 'Διόρθωση σφάλματος',
  Arabic: 'إصلاح الخطأ',
  Hebrew: 'תיקון שגיאה',
  Thai: 'แก้ไขข้อผิดพลาด',
  Hindi: 'त्रुटि ठीक की',
  English: 'Add a button to the list',
  German: 'Fehler beim Speichern behoben',
  French: 'Ajoute une option pour la liste',
  Spanish: 'Se añade el botón',
  Portuguese: 'Adiciona os botões não usados',
  Italian: 'Aggiunto il pulsante della lista',
  Dutch: 'Voeg een knop toe voor het menu',
  Polish: 'Usunięto błąd przy zapisie',
  Czech: 'Opraveno při ukládání',
  Swedish: 'Lägg till knappen och rätta felet',
  Turkish: 'Yeni düğme eklendi',
};

describe('the language of texts', () => {
  for (const [language, text] of Object.entries(texts)) {
    it(`is ${language}: ${text}`, () => assert.equal(languageOf([text]), language));
  }

  it('is not known where no word of the text is, or as many are of two languages', () => {
    for (const text of ['', 'README', 'der xyz le', '12']) assert.equal(languageOf([text]), undefined, text);
    assert.equal(languageOf([]), undefined);
  });

  it('is that of a fifth of the letters, as names of code are Latin, if these are two or more', () => {
    assert.equal(languageOf(['abcdefgh修复']), 'Chinese');
    assert.equal(languageOf(['abcdefghi修复']), undefined);
    assert.equal(languageOf(['修']), undefined);
  });

  it('is that of more than half of the texts that are in a known one', () => {
    const { English = '', German = '' } = texts;
    assert.equal(languageOf([German, English, 'README', English]), 'English');
    assert.equal(languageOf([German, English]), undefined);
    assert.equal(languageOf([German, 'README', 'CI']), 'German');
  });
});
