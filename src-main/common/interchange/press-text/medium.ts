/** The name of a paper, agency, site or station, as the source of a pattern (flag u). */
export const medium = '(?:本报|本网|本刊|本台|本社|[\\p{Script=Han}A-Za-z0-9]{1,14}?(?:日报|晚报|晨报|早报|时报|商报|周报|都市报|青年报|电视报|通讯社|报|网|新华社|中新社|社|电视台|广播电台|台|客户端|融媒体中心|全媒体|融媒体?|新闻|时刻|传媒|之声|在线|发布|云))'
