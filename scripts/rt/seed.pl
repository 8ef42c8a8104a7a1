# Request Tracker "initialdata": a small desk of two agents and a customer, as docs/request-tracker.md describes it.
our @Groups = ({Name => 'Support', Description => 'Support agents'});

our @Users = (
  {Name => 'agent1', EmailAddress => 'agent1@example.test', RealName => 'Ana Agent', Password => 'agent1-password', Privileged => 1},
  {Name => 'agent2', EmailAddress => 'agent2@example.test', RealName => 'Bo Agent', Password => 'agent2-password', Privileged => 1, Timezone => 'Asia/Tokyo'},
);

our @Members = map { {Group => 'Support', GroupDomain => 'UserDefined', Class => 'RT::User', Name => $_} } qw(agent1 agent2);

our @Queues = (
  {Name => 'Inbox', Description => 'Customer support', CorrespondAddress => 'support@example.test', CommentAddress => 'support-comment@example.test'},
  # Agents read and comment here, others answer.
  {Name => 'Returns', Description => 'Returned goods', CorrespondAddress => 'returns@example.test', CommentAddress => 'returns-comment@example.test'},
  # Agents see nothing of this.
  {Name => 'Private', Description => 'Not for agents', CorrespondAddress => 'private@example.test', CommentAddress => 'private-comment@example.test'},
);

our @CustomFields = (
  {Name => 'Tags', Type => 'FreeformMultiple', LookupType => 'RT::Queue-RT::Ticket', Queue => ['Inbox', 'Returns']},
  {Name => 'ClientId', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket-RT::Transaction', Queue => ['Inbox', 'Returns']},
);

my @read = qw(SeeQueue ShowTicket ShowTicketComments ShowOutgoingEmail SeeCustomField);
my @work = qw(ReplyToTicket CommentOnTicket ModifyTicket ModifyCustomField OwnTicket TakeTicket StealTicket ReassignTicket);

our @ACL = (
  (map { {GroupDomain => 'UserDefined', GroupId => 'Support', Queue => 'Inbox', Right => $_} } @read, @work),
  (map { {GroupDomain => 'UserDefined', GroupId => 'Support', Queue => 'Returns', Right => $_} } @read, 'CommentOnTicket'),
  # Who may be assigned is told to who may administer the members of the group.
  {GroupDomain => 'UserDefined', GroupId => 'Support', Group => 'Support', Right => 'AdminGroupMembership'},
  (map { {GroupDomain => 'UserDefined', GroupId => 'Support', Right => $_} } qw(SeeGroup AdminUsers)),
  (map { my $queue = $_; map { {GroupDomain => 'SystemInternal', GroupType => 'Everyone', Queue => $queue, Right => $_} } qw(CreateTicket ReplyToTicket) } qw(Inbox Private)),
  {GroupDomain => 'SystemInternal', GroupType => 'Everyone', Queue => 'Returns', Right => 'CreateTicket'},
);
1;
