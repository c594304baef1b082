-- When two sources change places both names stand twice for a moment; the question is asked at the end.
alter table sampling.campaign_source drop constraint campaign_source_campaign_id_name_key;
alter table sampling.campaign_source add unique (campaign_id, name) deferrable initially deferred;
