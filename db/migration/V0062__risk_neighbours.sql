-- Who shares an address, or a legal representative's name within a county, with an enterprise: a delivery that touches
-- one of them moves the others, and a page about one shows them. Without these a question about one enterprise reads
-- the whole register. Indexes on the rows of ingest, kept by the module whose question they answer.
create index enterprise_risk_address on ingest.enterprise
    ((case when length(address) >= 6 then hashtextextended(address, 1) else 0 end));
create index enterprise_risk_legal_person on ingest.enterprise
    ((case when length(legal_person) >= 2 and region is not null
           then hashtextextended(left(region, 6) || legal_person, 2) else 0 end));
comment on index ingest.enterprise_risk_address is 'Equal numbers for equal addresses; 0 for one that says too little';
comment on index ingest.enterprise_risk_legal_person is 'Equal numbers for equal names within a county';
analyze ingest.enterprise;
