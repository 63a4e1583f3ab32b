import type { Messages } from '#ground/languages/say.ts'
import type { en } from './seminar-file.en.ts'

export const pt = {
  expected: {
    plain: {
      'per-organisation':
        'Escreva quantas pessoas de uma mesma organização podem ter vaga: um número inteiro, no mínimo 1.',
      'per-form': 'Escreva quantas pessoas um mesmo formulário pode inscrever: um número inteiro de 1 a 20.',
      'offer-hours': 'Escreva por quantas horas uma vaga oferecida fica reservada: um número inteiro de 1 a 720.',
      days: 'Escreva um número de dias depois do seminário: um número inteiro de 0 a 3.650.',
      'quota-condition':
        'Diga quem esta cota conta: por “categories”, “regions” ou “territory”, pelo menos um dos três.',
      'quota-overall': 'Escolha outra chave: “overall” é a cota de todo o seminário, que “capacity” define.',
      'question-options': 'Escreva a lista de opções, cada uma com uma chave e um texto.',
      'question-no-options': 'Retire as opções, ou faça a pergunta ser do tipo “choice” ou “several”.',
      'question-condition': 'Escreva uma só condição: “question” e “is” juntas, ou “category” sozinha.',
      'promotion-after-closing':
        'A lista de espera deve avançar pelo menos até o encerramento das inscrições: uma vaga liberada nesse intervalo não poderia ir para ninguém.',
      'promotion-before-end': 'A lista de espera deve parar de avançar antes do fim do seminário.',
      'changes-before-end': 'As mudanças de respostas devem terminar antes do fim do seminário.',
      'document-address':
        'Escreva um endereço web completo, que comece por https://, ou o de um arquivo daqui: /files/….',
      'ends-next-day':
        'O fim deve vir depois do início. Se termina no dia seguinte, diga isso: acrescente “until” com esse dia.',
      'until-next-day': 'Indique o dia em que começa ou o seguinte: nada dura mais de uma noite.',
      'day-once': 'Indique cada dia uma só vez: este já está acima.',
      'day-after-first': 'Retire este dia: é o do seminário, cujo horário está em “hours”.',
    },
    knownTerritory: known => `Escreva o “slug” de um território público desta instalação, por exemplo: ${known}.`,
    noTerritory:
      'Esta instalação ainda não tem território público. Adicione primeiro o território, ou conte por região.',
    earlierQuestion: known => `Indique uma pergunta anterior do tipo “choice” ou “several”: ${known}.`,
    noEarlierQuestion:
      'Não há pergunta anterior do tipo “choice” ou “several”. Coloque uma antes desta, ou retire a condição.',
    knownOption: known => `Indique opções dessa pergunta: ${known}.`,
    noOption: 'Essa pergunta ainda não tem opções. Escreva-as primeiro.',
    knownPerson: known => `Indique alguém da lista “people”: ${known}.`,
    noPerson: 'Acrescente primeiro esta pessoa à lista “people”.',
    knownRoom: known => `Indique uma sala da lista “rooms” do programa: ${known}.`,
    noRoom: 'Acrescente primeiro esta sala à lista “rooms” do programa.',
    knownSlot: known => `Indique um bloco do programa: ${known}.`,
    noSlot: 'Acrescente primeiro este bloco à lista “slots” do programa.',
    knownInSlot: known => `Indique uma pessoa que tenha esta função nesse bloco: ${known}.`,
    nobodyInSlot: 'Ninguém tem esta função nesse bloco. Acrescente primeiro a pessoa lá.',
    knownText:
      'Indique um texto deste arquivo que esteja traduzido nesta língua, pelo seu lugar: “title”, “programme.slots.part-1.themes.0”.',
    knownDay: known => `Indique um dia do programa (${known}), ou acrescente este aos seus “days”.`,
  },
  fields: {
    quota: 'Nome da cota',
    question: 'Pergunta a quem se inscreve',
    hint: 'Explicação da pergunta',
    option: 'Opção da pergunta',
    room: 'Nome da sala',
    role: 'Cargo de uma pessoa do programa',
    about: 'Apresentação de uma pessoa do programa',
    document: 'Título de um documento',
  },
} satisfies Messages<typeof en>
