import { editing } from '#convene/messages/editing.ts'
import { registration } from '#convene/messages/registration.ts'
import { categories } from '#convene/registration/rules/answers.ts'
import { type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  fieldId,
  RadiosField,
  TextareaField,
} from '#ground/web/parts/form.tsx'
import { valuesOf } from '../rules/fields.ts'
import { languagesOf } from '../rules/parts.ts'
import { earlierChoices, optionField, optionKeys } from '../rules/question-form.ts'
import { stateInWords } from './fields.tsx'
import { inReadersWords } from './item-words.ts'
import type { EditedSeminar } from './office.ts'

type Props = {
  locale: Locale
  seminar: EditedSeminar
  /** Of the question; null for a new one. */
  questionKey: string | null
  typed: Typed
  errors: FieldErrors
}

/** What can be chosen, and of whom the question is asked. */
export function QuestionFields(props: Props) {
  return (
    <>
      <Options {...props} />
      <Asked {...props} />
    </>
  )
}

function Options({ locale, seminar, questionKey, typed, errors }: Props) {
  const words = editing[locale].question
  const bind = bindFields(parts[locale], typed, errors)
  const languages = languagesOf(seminar.file)
  const [source] = languages
  const keys = optionKeys(typed)
  const hintOf = (key: string, language: Locale) => {
    if (language === source) return editing[locale].field.source
    if (questionKey === null || key.startsWith('~')) return undefined
    const text = `registration.questions.${questionKey}.options.${key}.label`
    return stateInWords(locale, seminar.states(text, language), source)
  }
  return (
    <section class="part" id={fieldId('options')}>
      <h2>{words.options}</h2>
      <p class="small">{words.optionsHint}</p>
      {errors.options ? <p class="error">{errors.options}</p> : null}
      {keys.map((key, index) => (
        <fieldset class="versions">
          <legend>{words.option(index + 1)}</legend>
          <input type="hidden" name="option[]" value={key} />
          <div class="close">
            <div class="sides">
              {languages.map(language => (
                <TextareaField
                  {...bind(optionField(key, language))}
                  label={nameOfLocale[language]}
                  hint={hintOf(key, language)}
                  rows={2}
                  optional
                />
              ))}
            </div>
            {index > 0 ? (
              <Buttons>
                <Button kind="secondary" name="_next" value={`up:${key}`}>
                  {words.optionUp(index + 1)}
                </Button>
              </Buttons>
            ) : null}
          </div>
        </fieldset>
      ))}
      <Buttons>
        <Button kind="secondary" name="_next" value="add">
          {words.addOption}
        </Button>
      </Buttons>
    </section>
  )
}

function Asked({ locale, seminar, questionKey, typed, errors }: Props) {
  const words = editing[locale].question
  const bind = bindFields(parts[locale], typed, errors)
  const { source } = seminar.file
  const choices = earlierChoices(seminar.file, questionKey).map(({ question, option }) => ({
    value: `${question.key}:${option.key}`,
    label: words.answer(inReadersWords(question.label, locale, source), inReadersWords(option.label, locale, source)),
  }))
  return (
    <section class="part">
      <RadiosField
        {...bind('when')}
        label={words.asked}
        choices={[
          { value: 'always', label: words.askedAlways },
          { value: 'category', label: words.askedCategory },
          ...(choices.length > 0 ? [{ value: 'answer', label: words.askedAnswer }] : []),
        ]}
      />
      <CheckboxesField
        {...bind('when.category[]')}
        values={valuesOf(typed, 'when.category')}
        label={words.categories}
        choices={categories.map(value => ({ value, label: registration[locale].categories[value] }))}
        optional
      />
      {choices.length > 0 ? (
        <CheckboxesField
          {...bind('when.is[]')}
          values={valuesOf(typed, 'when.is')}
          label={words.answers}
          hint={words.answersHint}
          choices={choices}
          optional
        />
      ) : (
        <p class="small">{words.noEarlier}</p>
      )}
    </section>
  )
}
