import { plural } from '../say.ts'
import type { AdministrationMessages } from './administration.en.ts'
import { bytes, list, momentOf } from './administration-values.ts'

const size = (value: number) => bytes('pt', value)
const at = (instant: string) => momentOf('pt', instant)
const all = (items: readonly string[]) => list('pt', items)

const shift = (seconds: number) =>
  Math.abs(seconds) < 86_400
    ? plural('pt', Math.round(Math.abs(seconds)), { one: '# segundo', other: '# segundos', many: '# de segundos' })
    : plural('pt', Math.round(Math.abs(seconds) / 86_400), { one: '# dia', other: '# dias', many: '# de dias' })

export const pt: AdministrationMessages = {
  menu: 'Administração',
  title: 'Administração',
  lead: 'Como está esta instalação, suas cópias de segurança e onde cuidar das pessoas, dos e-mails e dos textos.',
  links: {
    title: 'Cuidar de',
    access: 'Direitos de acesso',
    people: 'Pessoas',
    spaces: 'Redes e territórios',
    mails: 'E-mails a enviar',
    texts: 'Textos e traduções',
    look: 'Nome e cor deste site',
    mailTest: 'Teste de e-mail',
  },
  health: {
    title: 'Estado da instalação',
    allWell: checks => `As ${checks} verificações estão bem.`,
    someIll: (ill, checks) =>
      ill === 1 ? `Uma verificação de ${checks} pede atenção.` : `${ill} verificações de ${checks} pedem atenção.`,
    check: 'Verificação',
    found: 'Resultado',
    well: 'Bem',
    ill: 'A corrigir',
    caption: 'Verificações',
  },
  backups: {
    caption: 'Últimas cópias',
    title: 'Cópias de segurança',
    lead: 'Toda noite, às 3h (UTC), a instalação inteira é escrita em um só arquivo da pasta de dados. Fica guardada a mais recente de cada um dos últimos sete dias, cinco semanas e doze meses. Copie-as para outra máquina: um disco que falha leva consigo as suas cópias.',
    now: 'Fazer uma cópia agora',
    when: 'Início (UTC)',
    file: 'Arquivo',
    size: 'Tamanho',
    result: 'Resultado',
    good: 'Feita',
    failed: why => `Falhou: ${why}`,
    none: {
      title: 'Ainda não há cópias de segurança',
      text: 'A primeira é feita esta noite, às 3h (UTC), ou agora com o botão.',
    },
    made: (file, value) => `A cópia ${file} está feita (${size(value)}).`,
    begun: 'A cópia começou e continua. Aparecerá na lista quando estiver feita.',
    notMade: why => `Não foi possível fazer a cópia: ${why}`,
  },
  checks: {
    settings: {
      title: 'Configuração',
      found: ({ problems }) =>
        problems.length === 0 ? 'As variáveis de ambiente podem ser lidas.' : problems.join(' '),
      advice: 'Corrija as variáveis indicadas e inicie de novo.',
    },
    node: {
      title: 'Node',
      found: ({ version }) => `Versão ${version}`,
      advice: 'Inicie o Perenne pelo npm ou por ./perenne, que trazem o Node 26.',
    },
    folder: {
      title: 'Pasta de dados',
      found: ({ path, problem }) =>
        problem === null
          ? `${path} pode ser lida e escrita.`
          : problem === 'missing'
            ? `${path} não existe.`
            : problem === 'not-writable'
              ? `Esta conta não pode escrever em ${path}.`
              : `${path} pertence a outra conta.`,
      advice: 'Indique a pasta certa em PERENNE_DATA e execute este comando com a conta que inicia o Perenne.',
    },
    disk: {
      title: 'Espaço no disco',
      found: ({ free }) => `Espaço livre: ${size(free)}`,
      advice: 'Mantenha pelo menos 1 GB livre: apague registros antigos, mova cópias de segurança ou aumente o disco.',
    },
    key: {
      title: 'Chave de assinatura',
      found: ({ problem }) =>
        problem === null
          ? 'A chave está no lugar.'
          : problem === 'missing'
            ? 'keys/signing.key não existe.'
            : problem === 'wrong-length'
              ? 'keys/signing.key está danificada: não tem 32 bytes.'
              : 'Outras contas podem ler keys/signing.key.',
      advice:
        'Reponha a chave da última cópia, com o modo 600. Sem ela, os links dos e-mails já enviados deixam de funcionar.',
    },
    database: {
      title: 'Banco de dados',
      found: ({ version, error }) =>
        error === null ? `PostgreSQL ${version ?? ''}` : `O banco de dados não pode ser usado: ${error}`,
      advice: 'Deve responder o PostgreSQL 15 ou mais recente. Veja postgres.log na pasta de dados, ou DATABASE_URL.',
    },
    roles: {
      title: 'Papéis do banco de dados',
      found: ({ problems }) =>
        problems.length === 0 ? 'Cada papel pode o que precisa e nada mais.' : `Sobra ou falta: ${all(problems)}.`,
      advice: 'Restabeleça os papéis como explica docs/install.md: deles depende a proteção de cada tabela.',
    },
    policies: {
      title: 'Proteção das tabelas',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `As ${tables} tabelas têm segurança por linha, sempre imposta.`
          : `Sem proteção: ${all(problems)}.`,
      advice: 'Alguém alterou as tabelas à mão: restaure a última cópia boa em uma instalação nova.',
    },
    history: {
      title: 'Histórico',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `As ${tables} tabelas com versões guardam o seu histórico.`
          : `Difere de docs/data.md: ${all(problems)}.`,
      advice: 'Alguém alterou as tabelas à mão: restaure a última cópia boa em uma instalação nova.',
    },
    migrations: {
      title: 'Forma do banco de dados',
      found: ({ at, known }) => `Migração ${at}; este programa conhece ${known}.`,
      advice: 'Um número menor é atualizado no próximo início. Um maior precisa do programa mais recente.',
    },
    clock: {
      title: 'Relógio',
      found: ({ seconds, demonstration }) =>
        seconds === 0
          ? 'A hora é a hora real.'
          : `A hora está deslocada em ${shift(seconds)}${demonstration ? ', como convém à demonstração.' : '.'}`,
      advice: 'Em uso real, ponha em 0 o deslocamento de perenne.clock com o papel perenne_owner.',
    },
    mails: {
      title: 'E-mails',
      found: ({ sent, late, failed }) =>
        !sent
          ? 'SMTP_URL não está definida: os e-mails não saem, são lidos na sua página.'
          : late === 0 && failed === 0
            ? 'Os e-mails saem.'
            : `Com mais de 15 minutos de atraso: ${late}. Falhas nos últimos sete dias: ${failed}.`,
      advice: 'A página dos e-mails diz por quê. Verifique SMTP_URL e se esta máquina alcança esse servidor.',
    },
    backups: {
      title: 'Cópias de segurança',
      found: ({ last, error }) =>
        [
          last === null ? 'Ainda não há cópias.' : `Última cópia boa: ${at(last)} (UTC).`,
          ...(error === null ? [] : [`A última falhou: ${error}`]),
        ].join(' '),
      advice: 'Uma cópia boa deveria ter menos de 48 horas. Corrija o que a falha indica e faça uma cópia agora.',
    },
    address: {
      title: 'Endereço público',
      found: ({ url }) => url,
      advice: 'Ponha em PUBLIC_URL o endereço https que se digita: com ele começam os links dos e-mails.',
    },
  },
}
