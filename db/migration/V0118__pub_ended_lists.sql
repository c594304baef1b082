-- Whoever finds a list of an item reads which lists of it ended without a draw, beside those whose visits are owed.
alter table pub.standing_list add ended boolean not null default false;
alter table pub.standing_list alter ended drop default;
alter table pub.standing_list add constraint standing_list_ended_undrawn check (not (ended and drawn));
comment on table pub.further_draw is 'A draw whose lists were closed while others of the same item still had visits to make, or had ended without a draw and no later one had named them';
comment on column pub.standing_list.drawn is 'Whether that was drawn already, or not; neither drawn nor ended, it still waited for its sources';
comment on column pub.standing_list.ended is 'Whether that had ended without a draw, abandoned or failed; nobody is visited for it';
comment on column pub.standing_list.visits is 'How many visits it drew, is to draw, or was to draw when it ended';
