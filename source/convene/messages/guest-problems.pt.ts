import type { Messages } from '#ground/languages/say.ts'
import type { en } from './guest-problems.en.ts'

const asked = (suggestion: string | null) => (suggestion ? ` Seria “${suggestion}”?` : '')
const like = (words: string | null) => (words ? ` Seria: ${words}?` : '')

export const pt = {
  errors: {
    'email-missing': 'Falta o endereço de e-mail.',
    'email-form': (found, suggestion) => `“${found}” não é um endereço de e-mail.${asked(suggestion)}`,
    'given-name-missing': 'Falta o nome próprio.',
    'family-name-missing': 'Falta o sobrenome.',
    'name-missing': 'Falta o nome.',
    'name-one-word': found => `“${found}” é uma só palavra: são precisos nome e sobrenome.`,
    'category-missing': 'Falta a categoria.',
    'category-unknown': (found, words) => `“${found}” não é nenhuma das categorias.${like(words)}`,
    'country-missing': 'Falta o país.',
    'country-unknown': (found, words) => `“${found}” não é um país que conheçamos.${like(words)}`,
    'language-missing': 'Falta o idioma dos e-mails.',
    'language-unknown': found => `“${found}”: os e-mails são em português, espanhol, francês ou inglês.`,
    'organisation-missing': 'Falta a organização.',
    'cell-error': found => `A célula mostra um erro da planilha: ${found}.`,
    'too-long': found => `“${found}…” é longo demais para esta coluna.`,
    'name-link': found => `“${found}”: um nome se escreve sem endereço da web nem “/”, “@”.`,
    'not-readable': found => `“${found}” não pode ser lido aqui.`,
    'answer-number': found => `“${found}” não é um número, ou pode ser lido de duas maneiras.`,
    'answer-choice': found => `“${found}” não é nenhuma das respostas a escolher.`,
    'answer-date': found => `“${found}”: escreva o dia como ano-mês-dia, por exemplo 2018-07-05.`,
    'invitation-used-up': 'O convite não tem mais vaga para esta pessoa.',
  },
  warnings: {
    duplicate: row => `A mesma pessoa da linha ${row}: esta linha fica de lado.`,
    'same-address': row => `O mesmo endereço da linha ${row}, com outro nome: as duas são inscritas.`,
    known: state => `Já inscrita (${state}): nada muda.`,
    'email-suspect': (found, suggestion) => `“${found}”: seria “${suggestion}”? É usado como está.`,
    number: found => `“${found}” parece um número: fica como o texto que é.`,
    date: found => `A célula contém uma data: fica como o texto “${found}”.`,
    formula: 'A célula contém uma fórmula cujo resultado não foi salvo: lida como vazia.',
    merged: (found, from, to) =>
      `Uma só célula mesclada para as linhas ${from} a ${to}: “${found}” é lido em cada uma delas.`,
    'passed-over': found => `“${found}”: esta linha não corresponde a ninguém, e é ignorada.`,
    'heading-again': 'Os títulos outra vez: linha ignorada.',
    'country-like': (found, read) => `“${found}” é lido como ${read}.`,
    'category-like': (found, read) => `“${found}” é lido como “${read}”.`,
    'language-like': (found, read) => `“${found}” é lido como ${read}.`,
    'language-other': (found, read) => `“${found}”: não temos e-mails nesse idioma. Serão em ${read}.`,
    'languages-unknown': words => `Nenhum idioma que conheçamos: ${words}. Fica de lado.`,
  },
  lines: {
    form: (found, suggestion) => `“${found}” não contém um endereço de e-mail.${asked(suggestion)}`,
    twice: (found, line) => `${found} já está na linha ${line}.`,
    'too-many': 'Mais de 2.000 endereços de uma vez. Envie os outros depois.',
    inLine: (line, sentence) => `Linha ${line}: ${sentence}`,
  },
} satisfies Messages<typeof en>
