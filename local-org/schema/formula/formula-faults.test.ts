import { FormulaError } from './formula-error.ts';
import { evaluate } from './formula-fixture.ts';

describe('a formula is refused:', () => {
  it.each<[string, string]>([
    ['Amout + 1', 'Field Amout does not exist. Check spelling.'],
    ['Parent.Nme', 'Field Parent.Nme does not exist. Check spelling.'],
    ['Any.Name', 'Field Any.Name does not exist. Check spelling.'],
    ['$User.Shoe', 'Field Shoe does not exist. Check spelling.'],
    ['$Api.Session_ID', 'Field $Api.Session_ID does not exist. Check spelling.'],
    ['SUM(1)', 'Unknown function SUM. Check spelling.'],
    ['IF(Closed, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
    ['TODAY(1)', "Incorrect number of parameters for function 'TODAY()'. Expected 0, received 1"],
    ['CASE(Amount, 1, 2, 3, 4)', "Incorrect number of parameters for function 'CASE()'. Expected 6, received 5"],
    ['LEN(1)', "Incorrect parameter type for function 'LEN()'. Expected Text, received Number"],
    [
      'TEXT(Name)',
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist, received Text",
    ],
    ['IF(Amount, 1, 2)', "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number"],
    ['IF(Closed, 1, "a")', "Incorrect parameter type for function 'IF()'. Expected Number, received Text"],
    ['Name * 2', "Incorrect parameter type for operator '*'. Expected Number, received Text"],
    ['Closed + 1', "Incorrect parameter type for operator '+'. Expected Number, Date, DateTime, received Boolean"],
    ['Close = Created', "Incorrect parameter type for operator '='. Expected Date, received DateTime"],
    ['Close - Created', "Incorrect parameter type for operator '-'. Expected Number, Date, received DateTime"],
    ['Name & 1', "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    ['Amount && TRUE', "Incorrect parameter type for operator '&&'. Expected Boolean, received Number"],
    ['Stage = "Won"', 'Field Stage is a picklist field. Picklist fields are only supported in certain functions.'],
    ['ISBLANK(Stage)', 'Field Stage is a picklist field. Picklist fields are only supported in certain functions.'],
    [
      'ISPICKVAL(Stage, Name)',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text Literal, received Text",
    ],
    [
      'ISPICKVAL(Stage, NoStage)',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text Literal, received Picklist",
    ],
    ['ISPICKVAL(Name, "a")', "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist, received Text"],
    ['YEAR(Created)', "Incorrect parameter type for function 'YEAR()'. Expected Date, received DateTime"],
    ['REGEX(Name, "(?=x).*")', 'REGEX() uses a pattern that this org does not support'],
    ['(1 + 2', "Syntax error. Missing ')'"],
    ['1 + 2)', "Syntax error. Extra ')'"],
    ['1 +', 'Syntax error. The formula ends too early.'],
    ['"open', 'Syntax error. Missing closing quote "'],
    ['1 # 2', "Syntax error. Found '#'"],
    ['', 'Syntax error. The formula is empty.'],
  ])('%s', (source, message) => {
    expect(() => evaluate(source)).toThrow(new FormulaError(message));
  });

  it('when its result is of another type than the field', () => {
    expect(() => evaluate('Name', { expected: 'number' })).toThrow(
      'Formula result is data type (Text), incompatible with expected data type (Number).',
    );
  });

  it('where the record before the write, a long text or the record is out of reach', () => {
    expect(() => evaluate('ISCHANGED(Name)', { allowRecordState: false })).toThrow('may not be used');
    expect(() => evaluate('Notes', { allowRecordState: false })).toThrow('Field Notes may not be used');
    expect(() => evaluate('Name', { allowFields: false })).toThrow('Field Name may not be used');
  });
});
