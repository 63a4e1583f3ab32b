import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  CodeField,
  ConsentField,
  DateField,
  EmailField,
  FileField,
  Form,
  LinkButton,
  RadiosField,
  SelectField,
  StaleSave,
  TelephoneField,
  TextareaField,
  TextField,
} from './form.tsx'
import { Sample, specimens } from './styleguide-sample.tsx'
import type { Shown } from './text.tsx'

/** The form kit in each of its states. */
export function FieldSamples({ t }: { t: PartsMessages }) {
  const { states, sample } = t.styleguide
  const field = bindFields(t, {
    ...{ filled: specimens.person, long: specimens.long(t), emoji: specimens.emoji },
    ...{ arabic: specimens.rightToLeft, word: specimens.longWord, wrongDate: '2018-02-31 ?', code: '4071' },
  })
  return (
    <>
      <Sample title={states.error}>
        <Form
          t={t}
          action="#"
          errors={{ nameWrong: sample.nameError, dateWrong: t.form.dateForm, fileWrong: t.form.fileLimit('5 MB') }}
        >
          <TextField {...field('nameWrong')} label={sample.name} hint={sample.nameHint} error={sample.nameError} />
          <DateField {...field('dateWrong')} value="31.2.2018" label={sample.date} error={t.form.dateForm} />
          <FileField {...field('fileWrong')} label={sample.document} error={t.form.fileLimit('5 MB')} />
          <Button>{sample.save}</Button>
        </Form>
      </Sample>
      <Sample title={states.plain}>
        <div class="form">
          <TextField {...field('plain')} label={sample.name} />
          <EmailField {...field('email')} label={sample.email} />
          <TelephoneField {...field('telephone')} label={sample.telephone} optional />
          <DateField {...field('date')} label={sample.date} optional />
          <CodeField {...field('code')} label={sample.code} />
          <TextareaField {...field('message')} label={sample.message} optional most={2000} />
          <FileField {...field('file')} label={sample.document} limit="5 MB" received="programme.pdf" accept=".pdf" />
        </div>
      </Sample>
      <Sample title={states.filled}>
        <div class="form">
          <TextField {...field('filled')} label={sample.name} hint={sample.nameHint} />
        </div>
      </Sample>
      <Sample title={states.disabled}>
        <div class="form">
          <TextField {...field('off')} value={specimens.person} label={sample.name} disabled />
          <SelectField {...field('offList')} label={sample.language} disabled />
        </div>
      </Sample>
      <Sample title={states.long}>
        <div class="form">
          <TextareaField {...field('long')} label={specimens.long(t)} hint={specimens.long(t)} />
        </div>
      </Sample>
      <Sample title={states.emoji}>
        <div class="form">
          <TextField {...field('emoji')} label={sample.name} />
        </div>
      </Sample>
      <Sample title={states.rightToLeft}>
        <div class="form">
          <TextField {...field('arabic')} label={sample.name} />
        </div>
      </Sample>
      <Sample title={states.longWord}>
        <div class="form">
          <TextField {...field('word')} label={sample.name} />
        </div>
      </Sample>
    </>
  )
}

/** Choices: one of many, one of a few, several, a consent. */
export function ChoiceSamples({ t, pageLanguage }: { t: PartsMessages; pageLanguage: Shown['language'] }) {
  const { states, sample } = t.styleguide
  const choices = [
    { value: 'confirmed', label: sample.confirmed },
    { value: 'waiting', label: sample.waiting, hint: sample.confirmText },
    { value: 'refused', label: sample.refused, disabled: true },
  ]
  const consent: Shown = { text: sample.news, language: pageLanguage }
  return (
    <>
      <Sample title={states.plain}>
        <div class="form">
          <SelectField t={t} name="list" label={sample.state} choices={choices} value="waiting" />
          <RadiosField t={t} name="few" label={sample.category} choices={choices} value="confirmed" />
          <CheckboxesField
            t={t}
            name="several[]"
            label={sample.state}
            choices={choices}
            values={['waiting']}
            optional
          />
          <ConsentField t={t} name="consent" text={consent} pageLanguage={pageLanguage} />
          <ConsentField t={t} name="news" text={consent} pageLanguage={pageLanguage} optional checked />
        </div>
      </Sample>
      <Sample title={states.error}>
        <div class="form">
          <SelectField t={t} name="listWrong" label={sample.state} choices={choices} error={t.form.choose} />
          <RadiosField t={t} name="fewWrong" label={sample.category} choices={choices} error={t.form.choose} />
          <ConsentField t={t} name="consentWrong" text={consent} pageLanguage={pageLanguage} error={t.form.required} />
        </div>
      </Sample>
    </>
  )
}

export function ButtonSamples({ t }: { t: PartsMessages }) {
  const { states, sample } = t.styleguide
  return (
    <>
      <Sample title={states.plain}>
        <form method="post" action="#">
          <Buttons>
            <Button>{sample.save}</Button>
            <Button kind="secondary">{t.stale.continueEditing}</Button>
            <Button kind="danger">{sample.remove}</Button>
            <LinkButton href="#content">{sample.seminar}</LinkButton>
            <a href="#content">{t.form.cancel}</a>
          </Buttons>
        </form>
      </Sample>
      <Sample title={states.disabled}>
        <form method="post" action="#">
          <Button disabled>{sample.save}</Button>
        </form>
      </Sample>
    </>
  )
}

export function StaleSample({ t }: { t: PartsMessages }) {
  const { sample } = t.styleguide
  return (
    <StaleSave
      t={t}
      action="#"
      version="8"
      by={specimens.other}
      at="10:12"
      cancel="#content"
      kept={[]}
      changes={[
        {
          name: 'presentation',
          label: sample.message,
          long: true,
          theirs: { value: sample.paragraph },
          yours: { value: `${sample.paragraph}\n${sample.nobodyNext}` },
        },
        {
          name: 'state',
          label: sample.state,
          theirs: { value: 'confirmed', shown: sample.confirmed },
          yours: { value: '' },
        },
      ]}
    />
  )
}
