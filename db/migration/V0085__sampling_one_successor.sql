-- An ended draw is drawn anew once: whoever could plan two successors could take the one whose frame pleases.
create unique index campaign_successor on sampling.campaign (supersedes) where state <> 'CANCELLED';
comment on index sampling.campaign_successor is 'At most one living campaign draws an ended draw anew';
