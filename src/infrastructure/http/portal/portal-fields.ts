import { fields } from '../../../fields/field';
import { id, instant, text } from '../../../fields/kinds';

export class PortalSessionBody extends fields({
  token: text({ max: 256, description: 'What follows the # of the link.' }),
}) {}

export class PortalSession extends fields({ expiresAt: instant() }) {}

export class MadePortalLink extends fields({
  id: id(),
  url: text({ max: 500, description: 'The link itself. It is shown this once.' }),
  expiresAt: instant(),
}) {}
