// The language of CloudFront Functions 2.0, as a list of what is allowed: whatever is not on it is refused, so that
// syntax that nobody thought of is refused too.

import { parse } from 'acorn';

const ALLOWED = new Set(
  `Program ImportDeclaration ImportDefaultSpecifier VariableDeclaration VariableDeclarator FunctionDeclaration
  FunctionExpression ArrowFunctionExpression BlockStatement EmptyStatement ExpressionStatement IfStatement ForStatement
  ForInStatement WhileStatement DoWhileStatement BreakStatement ContinueStatement ReturnStatement ThrowStatement
  TryStatement CatchClause SwitchStatement SwitchCase Identifier Literal ThisExpression ArrayExpression
  ObjectExpression Property UnaryExpression UpdateExpression BinaryExpression AssignmentExpression LogicalExpression
  ConditionalExpression CallExpression NewExpression MemberExpression SequenceExpression AwaitExpression
  TemplateLiteral TemplateElement RestElement`.split(/\s+/),
);
const ABSENT = new Set(
  'Map Set WeakMap WeakSet URL URLSearchParams Symbol Proxy setTimeout fetch process eval'.split(' '),
);
const AWAITING = new Set(['VariableDeclarator', 'ExpressionStatement', 'ReturnStatement']);

/** What of the code is not of the language; empty if all of it is. */
export function violations(code) {
  const found = [];
  visit(parsed(code), null, (node, parent) => {
    const reason = refusal(node, parent);
    if (reason) found.push(`${reason} at line ${node.loc.start.line}`);
  });
  return found;
}

/** Which names of the whole file stand above where they are defined: older runtimes never see such a name's value. */
export function early(code) {
  const program = parsed(code);
  const constants = program.body.flatMap((node) => node.declarations ?? []);
  const defined = new Map(constants.map((node) => [node.id.name, node.start]));
  const found = [];
  visit(program, null, (node, parent) => {
    if (isRead(node, parent) && node.start < (defined.get(node.name) ?? 0)) found.push(node.name);
  });
  return found;
}

const parsed = (code) => parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });

function visit(node, parent, see) {
  see(node, parent);
  for (const child of Object.values(node).flat()) {
    if (child && typeof child.type === 'string') visit(child, node, see);
  }
}

function refusal(node, parent) {
  if (!ALLOWED.has(node.type)) return node.type;
  if (node.type === 'AwaitExpression' && !AWAITING.has(parent.type)) return `await inside ${parent.type}`;
  if (node.type === 'Property' && (node.shorthand || node.computed || node.method)) return 'newer property syntax';
  if (node.type === 'CatchClause' && !node.param) return 'catch without a variable';
  if (node.type === 'Literal' && node.regex && /[^gim]/.test(node.regex.flags)) return 'newer regular expression';
  if (node.type === 'Literal' && node.regex && /\(\?<|\\[pk]/.test(node.regex.pattern)) return 'newer regular expression';
  if (node.optional || node.bigint || node.generator || /^(\?\?|\*\*|&&=|\|\|=)/.test(node.operator)) return 'newer syntax';
  return isRead(node, parent) && ABSENT.has(node.name) ? node.name : '';
}

function isRead(node, parent) {
  if (node.type !== 'Identifier') return false;
  return !(['MemberExpression', 'Property'].includes(parent.type) && (parent.property ?? parent.key) === node);
}
