# Prints a token for each user named, one per line; RT's REST interface has no way to make them.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use RT;
RT::LoadConfig();
RT::Init();
require RT::AuthToken;

# Readers don't wait for a writer.
RT->DatabaseHandle->dbh->do('PRAGMA journal_mode=WAL') if RT->Config->Get('DatabaseType') eq 'SQLite';

for my $name (@ARGV) {
  my $user = RT::User->new(RT->SystemUser);
  $user->Load($name);
  die "There is no user $name\n" unless $user->Id;
  my ($ok, $why, $secret) = RT::AuthToken->new(RT->SystemUser)->Create(Owner => $user->Id, Description => 'loop-inbox test');
  die "$why\n" unless $ok;
  print "$secret\n";
}
