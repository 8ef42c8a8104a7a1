// Who works here stands in the address: ?as=ann or ?as=ben. A real page asks its own login for a token.
const agent = new URLSearchParams(location.search).get('as') ?? 'ann';
document.querySelector('loop-inbox').getToken = () => agent;
