-- Rows that say nothing of a known enterprise that is not known already, though other rows told it before in fewer or
-- more words.
update known k set same = true
from ingest.staged_registration_slot s, ingest.enterprise e
where not k.same and s.line = k.line and e.id = k.enterprise_id and e.registered
  and (s.name, s.region, s.industry, s.section, s.type_code, s.type_name, s.subject_kind, s.status, s.established,
       s.capital_fen, s.capital_text, s.address, s.legal_person, s.business_scope, s.register_number, s.authority,
       s.term_from, s.term_to, s.approved_on, s.revoked_on, s.deregistered_on, s.flags)
      is not distinct from
      (e.name, e.region, e.industry, e.section, e.type_code, e.type_name, e.subject_kind, e.status, e.established,
       e.capital_fen, e.capital_text, e.address, e.legal_person, e.business_scope, e.register_number, e.authority,
       e.term_from, e.term_to, e.approved_on, e.revoked_on, e.deregistered_on, e.flags)
