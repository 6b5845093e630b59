// What pages on which readers log in or pay have in common: Light never asks there, and never switches them by a rule.

/** Fields for a card or an account, as the standard names them or as forms mostly do. */
export const PAYMENT =
  ':is([autocomplete~=cc-number], [autocomplete~=cc-exp], [autocomplete~=cc-csc], [autocomplete~=cc-name], input[name*=cardnumber i], input[name*=card_number i], input[name=cvv i], input[name=cvc i], input[name=iban i])';

/** Fields for a password, a code or a passkey. */
export const LOGIN =
  ':is(input[type=password], [autocomplete~=current-password], [autocomplete~=one-time-code], form [autocomplete~=webauthn])';
